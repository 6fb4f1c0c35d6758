import { createContext, use } from 'react'

/** What "open" does with a case. */
export interface CaseLinks {
  /** The address of a case, for links and for copying; null where the setting is missing. */
  urlOf(caseId: string): string | null
  /** The host opens cases itself; null: a link opens in a new tab. */
  readonly onOpenCase: ((caseId: string) => void) | null
}

export const CaseLinksContext = createContext<CaseLinks>({ urlOf: () => null, onOpenCase: null })

export function useCaseLinks(): CaseLinks {
  return use(CaseLinksContext)
}
