import type { TemplateResponse } from '../contract/answers.ts'
import type { ListCasesForContactRequest } from '../contract/list-cases-for-contact.ts'
import type { Asker } from './asker.ts'
import type { FieldValues } from './field-value.ts'
import type { Result } from './result.ts'
import type { CasesPage, Field, FieldOption, FoundCase, Template } from './upstream-answer.ts'
import type { UpstreamProblem } from './upstream-problem.ts'

/** What the service answered, or why it did not. */
export type Upstream<Answer> = Promise<Result<Answer, UpstreamProblem>>

/** Amazon Connect Cases, as far as the server asks it. Answers are checked; what goes wrong is a value. */
export interface CasesGateway {
  listCasesForContact(
    input: ListCasesForContactRequest & { readonly domainId: string },
    asker: Asker,
  ): Upstream<CasesPage>
  /** These cases, as far as the search finds them, in any order. `invalid_request`: it cannot be asked by `case_id`. */
  searchCases(question: SearchQuestion, asker: Asker): Upstream<readonly FoundCase[]>
  getCase(question: CaseQuestion, asker: Asker): Upstream<FieldValues>
  /** Every template of the domain that is not deleted, all pages. */
  listTemplates(domainId: string, asker: Asker): Upstream<readonly Template[]>
  /** A template, also one that is deleted. */
  getTemplate(question: TemplateQuestion, asker: Asker): Upstream<TemplateResponse>
  /** Every field of the domain, all pages. */
  listFields(domainId: string, asker: Asker): Upstream<readonly Field[]>
  /** What a single-select field can hold, all pages. */
  listFieldOptions(question: FieldQuestion, asker: Asker): Upstream<readonly FieldOption[]>
}

export interface SearchQuestion {
  readonly domainId: string
  /** At most 10, as many as a filter of the service has parts. */
  readonly caseIds: readonly string[]
  /** At most 25. */
  readonly fieldIds: readonly string[]
}

export interface CaseQuestion {
  readonly domainId: string
  readonly caseId: string
  readonly fieldIds: readonly string[]
}

interface TemplateQuestion {
  readonly domainId: string
  readonly templateId: string
}

interface FieldQuestion {
  readonly domainId: string
  readonly fieldId: string
}
