import { notFound, success } from '../answer.ts'
import { changed, inDomain, operation } from '../operation.ts'
import { boolean, id, list, optional, required, structure } from '../shape.ts'

const path = '/domains/{domainId}/case-event-configuration'

export const getCaseEventConfiguration = operation({
  name: 'GetCaseEventConfiguration',
  path,
  parametersIn: 'body',
  input: structure({ domainId: required(id) }),
  answer: inDomain(({ eventConfiguration }) => success({ eventBridge: eventConfiguration })),
})

const includedData = structure({
  caseData: optional(structure({ fields: required(list(structure({ id: required(id) }), 0, 400)) })),
  relatedItemData: optional(structure({ includeContent: required(boolean) })),
})

export const putCaseEventConfiguration = operation({
  name: 'PutCaseEventConfiguration',
  method: 'PUT',
  path,
  parametersIn: 'body',
  input: structure({
    domainId: required(id),
    eventBridge: required(structure({ enabled: required(boolean), includedData: optional(includedData) })),
  }),
  answer: inDomain(({ fields }, { input: { domainId, eventBridge }, at }) => {
    const unknown = eventBridge.includedData?.caseData?.fields.find((field) => !fields.has(field.id))
    if (unknown !== undefined) return notFound('Field', unknown.id)
    return changed({}, { kind: 'eventConfigurationPut', domainId, at, eventConfiguration: eventBridge })
  }),
})
