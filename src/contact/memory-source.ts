import type { ContactSource, DeskState } from './contact-source.ts'
import { createSnapshots } from './snapshots.ts'

/** A contact source whose state is set by hand. */
export interface MemorySource extends ContactSource {
  /** Replaces the desk's state and tells every subscriber. */
  set(state: DeskState): void
}

/** A contact source in memory: for your tests, ours, and the demo page. */
export function createMemorySource(initial: DeskState = { status: 'connecting' }): MemorySource {
  return createSnapshots(initial)
}
