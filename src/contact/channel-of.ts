import type { Channel } from './contact-source.ts'

// `ContactType` in the Streams documentation, and of ContactClient.
const channels: ReadonlyMap<string, Channel> = new Map([
  ['voice', 'voice'],
  ['queue_callback', 'voice'],
  ['chat', 'chat'],
  ['task', 'task'],
  ['email', 'email'],
])

/** A channel that Amazon adds later still shows its cases, under the most general name there is. */
export function channelOf(type: string): Channel {
  return channels.get(type) ?? 'task'
}
