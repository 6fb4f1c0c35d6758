import type { Channel } from '../desk/setup.ts'

/** Outlines on a 16 × 16 grid. */
const outlines: Record<Channel, string> = {
  voice: 'M4 2h2.5l1 3.5-1.7 1a8 8 0 0 0 3.7 3.7l1-1.7 3.5 1V12a2 2 0 0 1-2 2A10 10 0 0 1 2 4a2 2 0 0 1 2-2z',
  chat: 'M2 3h12v8H7l-3 3v-3H2z',
  task: 'M2.5 2.5h11v11h-11zM5 8l2.2 2.2L11 6',
  queue_callback: 'M6 3 2.5 6.5 6 10M2.5 6.5H9a4.5 4.5 0 0 1 4.5 4.5v2',
  email: 'M2 3.5h12v9H2zM2 4l6 5 6-5',
}

export function ChannelIcon({ channel }: { channel: Channel }) {
  return (
    <svg aria-hidden="true" className="icon" viewBox="0 0 16 16" width="16" height="16">
      <path d={outlines[channel]} fill="none" stroke="currentColor" strokeWidth="1.4" strokeLinejoin="round" />
    </svg>
  )
}
