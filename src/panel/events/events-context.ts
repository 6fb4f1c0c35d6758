import { createContext, use } from 'react'
import type { CasesProblemCode } from '../../cases/cases-problem.ts'
import type { ContactArn } from '../../contact/contact-arn.ts'
import type { DeskProblem } from '../../contact/contact-source.ts'
import type { SignedOutReason } from '../../sign-in/sign-in.ts'
import type { SlotName } from '../slots/slots-context.ts'

/** Other cases are on screen: of another contact, more of them, or others after a refresh. Counts, never titles. */
export interface CasesChange {
  readonly contactArn: ContactArn
  /** How many cases are loaded. */
  readonly loaded: number
  readonly hasMore: boolean
}

/** Something the agent is told of, or that only who looks after the desktop can mend. */
export type PanelProblem =
  | { readonly kind: 'desk'; readonly code: DeskProblem['code'] }
  | { readonly kind: 'signIn'; readonly code: SignedOutReason }
  | {
      readonly kind: 'cases'
      readonly code: CasesProblemCode
      readonly contactArn: ContactArn
      /** What the server's log calls the request. */
      readonly requestId: string | null
    }
  /** What the desktop draws threw; the panel's own is there in its place. */
  | { readonly kind: 'slot'; readonly slot: SlotName; readonly error: unknown }

/** What the panel tells a desktop, after it is on screen and once for each change. */
export interface PanelEvents {
  readonly onCasesChanged?: ((change: CasesChange) => void) | undefined
  readonly onProblem?: ((problem: PanelProblem) => void) | undefined
}

export interface Tellers {
  cases(change: CasesChange): void
  problem(problem: PanelProblem): void
}

export const TellersContext = createContext<Tellers>({ cases: () => {}, problem: () => {} })

export function useTellCases(): Tellers['cases'] {
  return use(TellersContext).cases
}

export function useTellProblem(): Tellers['problem'] {
  return use(TellersContext).problem
}
