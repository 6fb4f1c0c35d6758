import type { FailedCase, FoundCase } from '../contract/answers.ts'
import type { CasesProblemCode } from './cases-problem.ts'

/** Why there are no details: what the server says of the case, or why the details of its whole page did not come. */
export type DetailsFailure = Omit<FailedCase, 'code'> & { readonly code: CasesProblemCode }

/** What the panel knows of a case beyond its id. */
export type CaseDetails =
  /** The server offers no details. */
  | { readonly status: 'none' }
  | { readonly status: 'loading' }
  | { readonly status: 'known'; readonly found: FoundCase }
  /** `retrying`: asked again, on its own. */
  | { readonly status: 'failed'; readonly outcome: DetailsFailure; readonly retrying: boolean }
