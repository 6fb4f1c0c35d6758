import type { CaseOutcome, FoundCase } from '../contract/case-details.ts'

/** What the panel knows of a case beyond its id. */
export type CaseDetails =
  /** The server offers no details. */
  | { readonly status: 'none' }
  | { readonly status: 'loading' }
  | { readonly status: 'known'; readonly found: FoundCase }
  /** `retrying`: asked again, on its own. */
  | {
      readonly status: 'failed'
      readonly outcome: Extract<CaseOutcome, { outcome: 'failed' }>
      readonly retrying: boolean
    }
