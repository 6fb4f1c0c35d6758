import { setTimeout } from 'node:timers/promises'
import type { Change } from '../change.ts'
import type { Seed } from '../seed-schema.ts'
import type { Store } from '../store.ts'
import { createDelivery, postJson } from './deliver.ts'
import { createEventHub, type EventHub } from './event-hub.ts'
import { type CaseEvent, eventOf } from './event-of.ts'

export interface CaseEvents {
  readonly hub: EventHub<CaseEvent>
  /** Hands on the events of changes that were made in the store. */
  publish(changes: readonly Change[], store: Store): void
}

/** Where the events of changes go: to whoever watches, and by POST to these URLs. */
export function createCaseEvents(seed: Seed, targets: readonly string[], newId: () => string): CaseEvents {
  const hub = createEventHub<CaseEvent>()
  // A retry must not keep a process that has ended its work.
  const wait = (ms: number) => setTimeout(ms, undefined, { ref: false })
  for (const url of targets) hub.watch(createDelivery(url, { post: postJson, wait }))
  return {
    hub,
    publish(changes, { domains }) {
      for (const change of changes) {
        if (!('domainId' in change)) continue // only what happens to cases has events
        const configuration = domains.get(change.domainId)?.eventConfiguration
        const event = configuration === undefined ? null : eventOf(change, configuration, seed, newId())
        if (event !== null) hub.publish(event)
      }
    },
  }
}
