import type { Contact, Phase } from '../desk/desk.ts'
import type { Channel } from '../desk/setup.ts'

export const channelWords: Record<Channel, { name: string; end: string }> = {
  voice: { name: 'Voice', end: 'Hang up' },
  chat: { name: 'Chat', end: 'End chat' },
  task: { name: 'Task', end: 'End task' },
  email: { name: 'Email', end: 'End email' },
  queue_callback: { name: 'Callback', end: 'Hang up' },
}

export const phaseWords: Record<Phase, string> = {
  incoming: 'Incoming',
  pending: 'Calling back',
  connecting: 'Connecting',
  connected: 'Connected',
  paused: 'Paused',
  missed: 'Missed',
  rejected: 'Rejected',
  error: 'Failed',
  afterCallWork: 'After-call work',
}

export const thirdPartyWords: Record<NonNullable<Contact['thirdParty']>, string> = {
  consulted: 'customer on hold',
  conferenced: 'three in the call',
}

/** `m:ss`, or `h:mm:ss`; never negative, as two clocks may differ. */
export function durationOf(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000))
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  const pad = (part: number) => String(part).padStart(2, '0')
  return h > 0 ? `${h}:${pad(m)}:${pad(s)}` : `${m}:${pad(s)}`
}
