import type { Channel } from '../../contact/contact-source.ts'

const shapes: Readonly<Record<Channel, string>> = {
  voice: 'M4.5 2 2.5 3.2c-.3 5.4 4.9 10.6 10.3 10.3l1.2-2-3.2-2.3-1.6 1.3C7.5 9.7 6.3 8.5 5.5 6.8l1.3-1.6Z',
  chat: 'M2 3h12v8H7.5L4.5 13.8V11H2Z',
  task: 'M2.5 2.5h11v11h-11Zm2.5 5.3 2.2 2.2L11 6',
  email: 'M1.5 3.5h13v9h-13Zm0 .8L8 9l6.5-4.7',
}

/** A sign for the channel; the heading says it in words. */
export function ChannelIcon({ channel }: { readonly channel: Channel }) {
  return (
    <svg className="contact-cases-icon contact-cases-channel" viewBox="0 0 16 16" aria-hidden="true">
      <path d={shapes[channel]} />
    </svg>
  )
}
