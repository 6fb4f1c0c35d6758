import { createContext, use } from 'react'
import type { CopyText } from './list/copy-text.ts'

/** What "open" and "copy" do with a case. */
export interface CaseLinks {
  /** The address of a case, for links and for copying; null where the setting is missing. */
  urlOf(caseId: string): string | null
  /** The host opens cases itself; null: a link opens in a new tab. */
  readonly onOpenCase: ((caseId: string) => void) | null
  /** Is told of a case whose link was pressed; null: nobody is. */
  readonly onLink: ((caseId: string) => void) | null
  /** Where its reference and its address are copied to. */
  readonly copy: CopyText
}

export const CaseLinksContext = createContext<CaseLinks>({
  urlOf: () => null,
  onOpenCase: null,
  onLink: null,
  copy: async () => false,
})

export function useCaseLinks(): CaseLinks {
  return use(CaseLinksContext)
}
