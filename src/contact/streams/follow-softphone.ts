import { hearSoftphone } from './hear-softphone.ts'
import { createHeartbeat, type HeartbeatOptions } from './heartbeat.ts'
import type { SoftphoneEvent } from './softphone.ts'
import type { StreamsApi, StreamsEventBus } from './streams-api.ts'

export interface FollowSoftphoneOptions extends Omit<HeartbeatOptions, 'onSilence'> {
  /** The Streams of the page, once it is there. */
  readonly find: () => StreamsApi | null
  readonly log: (message: string, cause?: unknown) => void
}

// Streams tells nobody that it starts or ends.
const lookEveryMs = 250

/** Hears the softphone of the page; when the page ends it and starts another, which has a bus of its own, hears that. */
export function followSoftphone(
  { find, ...options }: FollowSoftphoneOptions,
  take: (event: SoftphoneEvent) => void,
): void {
  const heartbeat = createHeartbeat({ ...options, onSilence: () => take({ type: 'silence' }) })
  let heard: StreamsEventBus | null = null

  const look = () => {
    const streams = find()
    const bus = streams && busOf(streams)
    if (bus === heard) return
    heard = bus
    take({ type: bus === null ? 'ended' : 'started' })
    if (streams === null || bus === null) return
    hearSoftphone(streams, bus, { onAcknowledge: heartbeat.beat, log: options.log }, (event) => {
      if (bus === heard) take(event)
    })
  }
  look()
  options.timers.setInterval(look, lookEveryMs)
}

/** The bus of a softphone that is running; null where none is. */
export function busOf({ core }: StreamsApi): StreamsEventBus | null {
  return core.upstream ? (core.getEventBus() ?? null) : null
}
