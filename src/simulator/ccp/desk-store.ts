import type { Desk } from '../desk/desk.ts'
import { type DeskAction, reduceDesk } from '../desk/reduce-desk.ts'

/** The one desk of the page. */
export interface DeskStore {
  getDesk(): Desk
  /** Whether the action changed the desk. */
  dispatch(action: DeskAction): boolean
  /** Calls back with the desk before and after each change; returns the undo. */
  watch(onChange: (before: Desk, after: Desk) => void): () => void
}

export function createDeskStore(initial: Desk): DeskStore {
  let desk = initial
  const watchers = new Set<(before: Desk, after: Desk) => void>()
  return {
    getDesk: () => desk,
    dispatch(action) {
      const before = desk
      const after = reduceDesk(before, action)
      if (after === before) return false
      desk = after
      for (const onChange of watchers) onChange(before, after)
      return true
    },
    watch(onChange) {
      watchers.add(onChange)
      return () => watchers.delete(onChange)
    },
  }
}
