import type { Desk } from '../desk/desk.ts'
import type { DeskStore } from './desk-store.ts'

/** About what a CCP takes from the agent's click to the conversation. */
const connectingMs = 75

/** Connects each accepted contact a moment later; also one that a reload caught in between. */
export function connectAccepted(store: DeskStore): void {
  const waiting = new Set<string>()
  const schedule = (desk: Desk) => {
    for (const { contactId, phase, accepted } of desk.contacts) {
      if (!accepted || phase !== 'connecting' || waiting.has(contactId)) continue
      waiting.add(contactId)
      setTimeout(() => {
        waiting.delete(contactId)
        store.dispatch({ type: 'step', at: Date.now(), step: 'connect', contactId })
      }, connectingMs)
    }
  }
  schedule(store.getDesk())
  store.watch((_, after) => schedule(after))
}
