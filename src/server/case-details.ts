import type { CaseDetailsResponse } from '../contract/answers.ts'
import { caseDetailsRequest } from '../contract/case-details.ts'
import type { Asker } from './asker.ts'
import { auditCases } from './auth/audit.ts'
import type { CaseAccess } from './auth/case-access.ts'
import { ownerOf, type Viewer } from './auth/viewer.ts'
import { askedFields, toOutcome } from './case-outcome.ts'
import type { CasesGateway } from './cases-gateway.ts'
import { type ListedPage, openPage } from './details-token.ts'
import { type Failure, invalidField } from './failure.ts'
import { createFieldLabels, type FieldLabels } from './field-labels.ts'
import type { Log } from './log.ts'
import { parsePathId } from './path-id.ts'
import { type CaseReading, createCaseReader } from './read-cases.ts'
import { readBody } from './request-body.ts'
import { fail, type Result, succeed } from './result.ts'
import type { Seals } from './seal.ts'
import type { SearchRefusals } from './search-refusals.ts'
import { cursorExpired, toFailure } from './upstream-failure.ts'

interface CaseDetailsDeps {
  readonly access: CaseAccess
  readonly gateway: CasesGateway
  readonly refusals: SearchRefusals
  readonly seals: Seals
  /** Fields that rows show beside those that every row has. */
  readonly rowFields: readonly string[]
  readonly log: Log
  readonly now: () => number
  readonly limits: { readonly bodyBytes: number; readonly deadlineMs: number; readonly labelsMs: number }
}

/** One request for details, whose it is, and where it is in the log. */
interface Asking {
  readonly request: Request
  readonly requestId: string
  readonly viewer: Viewer
  readonly asker: Asker
}

/** Answers what cases say of themselves: those of a listed page, or some of them, each with an outcome of its own. */
export function createCaseDetails(deps: CaseDetailsDeps) {
  const { access, seals, rowFields, log, limits } = deps
  const readCases = createCaseReader({ ...deps, onSearchRefused: () => log({ event: 'search_refused' }) })
  const labelsOf = createFieldLabels(deps)
  const knownRowFields = createRowFieldCheck(rowFields, log)

  return async ({ request, requestId, viewer, asker }: Asking): Promise<Result<CaseDetailsResponse, Failure>> => {
    const domainId = parsePathId(request.url, 'domainId')
    if (!domainId.ok) return domainId
    const input = await readBody(request, caseDetailsRequest, limits.bodyBytes)
    if (!input.ok) return input
    const scope = { domainId: domainId.value, owner: ownerOf(viewer) }
    const page = openPage(seals, input.value.detailsToken, scope)
    if (page === null) return fail({ ...cursorExpired('detailsToken'), reason: 'the details token does not open' })
    const ground = await access.toContact(viewer, { ...scope, ...page }, asker)
    if (!ground.ok) return ground
    const caseIds = chooseCases(page, input.value.caseIds)
    if (!caseIds.ok) return caseIds

    const labelling = labelsOf(domainId.value)
    const shown = rowFields.length === 0 ? rowFields : knownRowFields(await labelling)
    const question = { domainId: domainId.value, caseIds: caseIds.value, fieldIds: askedFields(shown) }
    const [readings, labels] = await Promise.all([readCases(question, asker), labelling])
    if (!readings.ok) return fail(toFailure(readings.problem))
    const reasons = failuresOf(readings.value)
    if (reasons.length > 0) log({ event: 'cases_failed', requestId, reasons })
    const count = readings.value.filter(({ values }) => values.ok).length
    auditCases(log, { requestId, viewer, contactArn: page.contactArn, ground: ground.value, what: 'details', count })
    return succeed({ results: readings.value.map((reading) => toOutcome(reading, { rowFields: shown, labels })) })
  }
}

/**
 * The fields of the setting that the domain has: asked for one that it has not, the service could refuse the whole page.
 * Where the domain's fields could not be read, all are asked for.
 */
function createRowFieldCheck(rowFields: readonly string[], log: Log) {
  let told = false
  return ({ fields }: FieldLabels): readonly string[] => {
    if (fields === null) return rowFields
    const unknown = rowFields.filter((fieldId) => !fields.has(fieldId))
    if (unknown.length > 0 && !told) log({ event: 'unknown_row_fields', fieldIds: unknown })
    told ||= unknown.length > 0
    return rowFields.filter((fieldId) => fields.has(fieldId))
  }
}

function chooseCases(page: ListedPage, wanted: readonly string[] | undefined): Result<readonly string[], Failure> {
  if (wanted === undefined) return succeed(page.caseIds)
  if (wanted.every((caseId) => page.caseIds.includes(caseId))) {
    return succeed(page.caseIds.filter((caseId) => wanted.includes(caseId)))
  }
  return fail(invalidField('caseIds', 'must be 1 to 10 case ids of that page'))
}

/** Why cases could not be read, each reason once. */
function failuresOf(readings: readonly CaseReading[]): readonly string[] {
  const reasons = readings.flatMap(({ values }) =>
    values.ok ? [] : `${values.problem.code}: ${values.problem.reason}`,
  )
  return [...new Set(reasons)]
}
