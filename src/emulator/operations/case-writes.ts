import { createHash } from 'node:crypto'
import { type Answer, failure, notFound, success } from '../answer.ts'
import { changedFieldIds, createdFields, refuseFields, written } from '../case-fields.ts'
import type { Domain } from '../domain.ts'
import type { Performer } from '../entities.ts'
import { type GivenField, givenField } from '../field-value.ts'
import { performedBy, performerOf } from '../input-shapes.ts'
import { changed, inDomain, operation } from '../operation.ts'
import { id, list, optional, required, structure, text } from '../shape.ts'

const fields = required(list(givenField, 0, 220))

export const createCase = operation({
  name: 'CreateCase',
  path: '/domains/{domainId}/cases',
  parametersIn: 'body',
  input: structure({
    domainId: required(id),
    templateId: required(id),
    fields,
    clientToken: optional(text(0, 64)),
    performedBy: optional(performedBy),
  }),
  answer: inDomain((domain, { input, at, newId }) => {
    const { domainId, templateId, clientToken, ...rest } = input
    const requestHash = hashOf({ templateId, ...rest })
    const used = clientToken ? domain.clientTokens.get(clientToken) : undefined
    if (used !== undefined) {
      return used.requestHash === requestHash
        ? success(identityOf(domain, used.caseId))
        : failure('ConflictException', 'clientToken was used for another request')
    }
    const refusal = refuseCase(domain, input)
    if (refusal !== null) return refusal
    const caseId = newId()
    const performer = performerOf(input.performedBy)
    return changed(identityOf(domain, caseId), {
      kind: 'caseCreated',
      domainId,
      at,
      ...performer,
      case: { caseId, templateId, fields: createdFields(caseId, input.fields, writeBy(performer, at)) },
      ...(clientToken ? { tokenUse: { clientToken, requestHash } } : {}),
    })
  }),
})

export const updateCase = operation({
  name: 'UpdateCase',
  method: 'PUT',
  path: '/domains/{domainId}/cases/{caseId}',
  parametersIn: 'body',
  input: structure({
    domainId: required(id),
    caseId: required(id),
    fields,
    performedBy: optional(performedBy),
  }),
  answer: inDomain((domain, { input, at }) => {
    const { domainId, caseId, fields } = input
    const found = domain.cases.get(caseId)
    if (found === undefined) return notFound('Case', caseId)
    const refusal = refuseFields(domain, fields)
    if (refusal !== null) return refusal
    const performer = performerOf(input.performedBy)
    const after = written(found.fields, fields, writeBy(performer, at))
    return changed(
      {},
      {
        kind: 'caseUpdated',
        domainId,
        at,
        ...performer,
        case: { ...found, fields: after },
        changedFieldIds: changedFieldIds(found.fields, after),
      },
    )
  }),
})

export const deleteCase = operation({
  name: 'DeleteCase',
  method: 'DELETE',
  path: '/domains/{domainId}/cases/{caseId}',
  parametersIn: 'body',
  input: structure({ domainId: required(id), caseId: required(id) }),
  answer: inDomain((domain, { input: { domainId, caseId }, at }) => {
    const found = domain.cases.get(caseId)
    if (found === undefined) return notFound('Case', caseId)
    return changed({}, { kind: 'caseDeleted', domainId, at, case: found })
  }),
})

interface NewCase {
  readonly templateId: string
  readonly fields: readonly GivenField[]
}

// CreateCase's documentation names `customer_id` and `title` as required; the template may require more.
function refuseCase(domain: Domain, { templateId, fields }: NewCase): Answer | null {
  const template = domain.templates.get(templateId)
  if (template === undefined || template.status === 'Deleted') return notFound('Template', templateId)
  // CreateTemplate's documentation: "Inactive templates cannot be used to create cases." The error is a choice.
  if (template.status !== 'Active') return failure('ValidationException', `Template ${templateId} is inactive`)
  const refusal = refuseFields(domain, fields)
  if (refusal !== null) return refusal
  const given = new Set(fields.flatMap(({ id, value }) => (value.member === 'emptyValue' ? [] : id)))
  const missing = ['customer_id', 'title', ...(template.requiredFieldIds ?? [])].find((id) => !given.has(id))
  return missing === undefined ? null : failure('ValidationException', `Field ${missing} is required`)
}

function identityOf({ domainArn }: Domain, caseId: string): { caseId: string; caseArn: string } {
  return { caseId, caseArn: `${domainArn}/case/${caseId}` }
}

function writeBy({ performedBy }: { performedBy?: Performer }, at: string): { at: string; userArn: string | null } {
  return { at, userArn: performedBy !== undefined && 'userArn' in performedBy ? performedBy.userArn : null }
}

function hashOf(request: object): string {
  return createHash('sha256').update(JSON.stringify(request)).digest('base64url')
}
