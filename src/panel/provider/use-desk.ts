import type { DeskState } from '../../contact/contact-source.ts'
import { useProvided } from './provided.ts'
import { useDeskState } from './use-desk-state.ts'

/** What the agent's desk says now: use it inside a `<ContactCasesProvider>`. */
export function useDesk(): DeskState {
  return useDeskState(useProvided('useDesk').source)
}
