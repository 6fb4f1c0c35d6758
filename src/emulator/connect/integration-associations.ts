import { changed } from '../operation.ts'
import { integer, oneOf, optional, required, structure, text } from '../shape.ts'
import type { Store } from '../store.ts'
import { connectFailure, connectOperation } from './connect-operation.ts'

const path = '/instance/{InstanceId}/integration-associations'
const instanceId = required(text(1, 100))
const arn = text(1, 2048)
// The service has more kinds; the emulator keeps these.
const integrationType = oneOf('CASES_DOMAIN', 'APPLICATION')

/** What the ARN names must be there, which is a choice: the reference does not say when it is looked for. */
export const createIntegrationAssociation = connectOperation({
  name: 'CreateIntegrationAssociation',
  method: 'PUT',
  path,
  input: structure({
    InstanceId: instanceId,
    IntegrationType: required(integrationType),
    IntegrationArn: required(arn),
  }),
  answer({ IntegrationType, IntegrationArn }, { instance, store, newId, at }) {
    if (!isThere(IntegrationType, IntegrationArn, store)) {
      return connectFailure('ResourceNotFoundException', `${IntegrationArn} was not found`)
    }
    if ([...instance.associations.values()].some((one) => one.integrationArn === IntegrationArn)) {
      return connectFailure('DuplicateResourceException', `${IntegrationArn} is associated with the instance already`)
    }
    const associationId = newId()
    return changed(
      { IntegrationAssociationId: associationId, IntegrationAssociationArn: instance.associationArn(associationId) },
      {
        kind: 'associationCreated',
        at,
        association: { associationId, integrationType: IntegrationType, integrationArn: IntegrationArn },
      },
    )
  },
})

export const listIntegrationAssociations = connectOperation({
  name: 'ListIntegrationAssociations',
  method: 'GET',
  path,
  parametersIn: 'query',
  input: structure({
    InstanceId: instanceId,
    integrationType: optional(integrationType),
    integrationArn: optional(arn),
    maxResults: optional(integer(1, 100)),
    nextToken: optional(text(0, 2500)),
  }),
  answer(wanted, { instance, paged }) {
    const found = [...instance.associations.values()]
      .filter((one) => wanted.integrationType === undefined || wanted.integrationType === one.integrationType)
      .filter((one) => wanted.integrationArn === undefined || wanted.integrationArn === one.integrationArn)
    return paged(found, 100, (page, NextToken) => ({
      IntegrationAssociationSummaryList: page.map(({ associationId, integrationType, integrationArn }) => ({
        IntegrationAssociationId: associationId,
        IntegrationAssociationArn: instance.associationArn(associationId),
        InstanceId: instance.instanceId,
        IntegrationType: integrationType,
        IntegrationArn: integrationArn,
      })),
      NextToken,
    }))
  },
})

export const deleteIntegrationAssociation = connectOperation({
  name: 'DeleteIntegrationAssociation',
  method: 'DELETE',
  path: `${path}/{IntegrationAssociationId}`,
  input: structure({ InstanceId: instanceId, IntegrationAssociationId: required(text(1, 200)) }),
  answer({ IntegrationAssociationId }, { instance, at }) {
    const association = instance.associations.get(IntegrationAssociationId)
    return association === undefined
      ? connectFailure('ResourceNotFoundException', `Integration association ${IntegrationAssociationId} was not found`)
      : changed({}, { kind: 'associationDeleted', at, association })
  },
})

function isThere(type: 'CASES_DOMAIN' | 'APPLICATION', arn: string, { domains, instance }: Store): boolean {
  if (type === 'APPLICATION') return instance.applications.has(arn)
  return [...domains.values()].some(({ domainArn }) => domainArn === arn)
}
