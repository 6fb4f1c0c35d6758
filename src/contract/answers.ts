import type { ProblemCode } from './problem-catalogue.ts'

// In plain types, because who builds a desktop reads them; the schemas of the same routes are held against them.

/** A page of the cases that are linked to a contact. */
export interface ListCasesForContactResponse {
  readonly cases: readonly { readonly caseId: string; readonly templateId: string }[]
  /** null: this is the last page. */
  readonly nextToken: string | null
  /** Asks for the details of these cases; null: there are none. */
  readonly detailsToken: string | null
}

/** Which details are wanted: those of a page, and of which of its cases; left out, of all. */
export interface CaseDetailsRequest {
  readonly detailsToken: string
  readonly caseIds?: readonly string[] | undefined
}

/** An outcome for each case that was asked for, in the order of the page. */
export interface CaseDetailsResponse {
  readonly results: readonly CaseOutcome[]
}

export type CaseOutcome = FoundCase | FailedCase

/** What a case says of itself; null where it has no such value. Times are ISO 8601 in UTC. */
export interface FoundCase {
  readonly outcome: 'found'
  readonly caseId: string
  readonly title: string | null
  readonly status: Choice | null
  readonly referenceNumber: string | null
  readonly createdAt: string | null
  readonly updatedAt: string | null
  readonly fields: readonly RowField[]
}

/** A case whose details could not be read, and why. */
export interface FailedCase {
  readonly outcome: 'failed'
  readonly caseId: string
  readonly code: ProblemCode
  readonly retryable: boolean
}

/** The value of a single-select field; `label` is null where the service does not say how people call the value. */
interface Choice {
  readonly value: string
  readonly label: string | null
}

/** A field of the setting `ROW_FIELDS`, by its type in the service; a value of null: the case has none there. */
export type RowField = { readonly fieldId: string; readonly name: string } & (
  | { readonly type: 'Text' | 'Url' | 'DateTime'; readonly value: string | null }
  | { readonly type: 'Number'; readonly value: number | null }
  | { readonly type: 'Boolean'; readonly value: boolean | null }
  | { readonly type: 'SingleSelect' | 'User'; readonly value: Choice | null }
)

/** Every template the domain lists; deleted ones are not listed. */
export interface TemplatesResponse {
  readonly templates: readonly (NamedTemplate & { readonly status: 'Active' | 'Inactive' })[]
}

/** One template, which may be deleted since. */
export interface TemplateResponse extends NamedTemplate {
  readonly status: 'Active' | 'Inactive' | 'Deleted'
}

interface NamedTemplate {
  readonly templateId: string
  readonly name: string
}
