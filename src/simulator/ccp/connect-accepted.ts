import type { Desk, Phase } from '../desk/desk.ts'
import type { Step } from '../desk/phases.ts'
import type { DeskStore } from './desk-store.ts'

/** About what a CCP takes from the agent's click to the conversation. */
const connectingMs = 75

const nextSteps: ReadonlyMap<Phase, Step> = new Map([
  ['pending', 'dial'],
  ['connecting', 'connect'],
])

/** Each accepted contact goes on by itself a moment later; also one that a reload caught in between. */
export function connectAccepted(store: DeskStore): void {
  const waiting = new Set<string>()
  const schedule = (desk: Desk) => {
    for (const { contactId, phase, accepted } of desk.contacts) {
      const step = nextSteps.get(phase)
      const key = `${phase} ${contactId}`
      if (!accepted || !step || waiting.has(key)) continue
      waiting.add(key)
      setTimeout(() => {
        waiting.delete(key)
        store.dispatch({ type: 'step', at: Date.now(), step, contactId })
      }, connectingMs)
    }
  }
  schedule(store.getDesk())
  store.watch((_, after) => schedule(after))
}
