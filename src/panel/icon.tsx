const paths = {
  open: 'M9.5 2.5h4v4m0-4L8 8M6.5 3.5h-4v10h10v-4',
  copy: 'M5.5 5.5h8v8h-8Zm-3 5v-8h8',
  link: 'M6.5 9.5 9.5 6.5m-1.5-2 1-1a2.5 2.5 0 0 1 3.5 3.5l-1 1m-7 0-1 1A2.5 2.5 0 0 0 7 12.5l1-1',
  done: 'M3 8.5 6.5 12 13 4.5',
  refresh: 'M13.5 8a5.5 5.5 0 1 1-1.6-3.9m1.6-2.1v3h-3',
  filter: 'M7 12.5a5 5 0 1 1 0-10 5 5 0 0 1 0 10Zm3.7-1.8 3.3 3.3',
  group: 'M2.5 3.5h11m-9 4h9m-9 4h9',
  keys: 'M1.5 4h13v8h-13Zm2.5 2.5h.1m2.9 0h.1m2.9 0h.1m2.4 0h.1M5 9.5h6',
  pin: 'M8 10.5v4M5 2.5h6l-.7 4 1.7 2.5v1.5H4V9l1.7-2.5Z',
  unpin: 'M8 10.5v4M5 2.5h6l-.7 4 1.7 2.5v1.5H4V9l1.7-2.5ZM2 2l12 12',
  close: 'M4 4l8 8m0-8-8 8',
  collapse: 'M4 6.5 8 10.5l4-4',
  leave: 'M9.5 2.5h-7v11h7M6.5 8h7.5m-3-3 3 3-3 3',
  alert: 'M8 1.5 15 14H1L8 1.5Zm0 5v3.5m0 1.8v.2',
} as const

export type IconName = keyof typeof paths

/** A sign of 16 by 16; what it means is always said in words beside it. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg className="contact-cases-icon" viewBox="0 0 16 16" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  )
}
