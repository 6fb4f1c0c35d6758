import { type Answer, success } from '../answer.ts'
import { connectFailure, sayingInvalid } from '../connect/connect-operation.ts'
import { epochSeconds } from '../connect/epoch.ts'
import type { Application } from '../connect/instance-change.ts'
import { changed, type Operation, type Outcome, operation } from '../operation.ts'
import { boolean, integer, list, oneOf, optional, required, structure, text } from '../shape.ts'
import type { Store } from '../store.ts'

const url = (max: number) => text(1, max, /^\w+:\/\/.*$/)
const iframePermissions = optional(list(text(1, 100, /^[a-z-]+$/), 0, 25))
const description = optional(text(0, 1000))
const name = text(1, 255, /^[a-zA-Z0-9/._ -]+$/)
const source = structure({
  ExternalUrlConfig: optional(
    structure({ AccessUrl: required(url(1000)), ApprovedOrigins: optional(list(url(128), 1, 50)) }),
  ),
})

// Tags, publications and subscriptions are taken and not kept; the latter two are deprecated.
const content = {
  Permissions: optional(list(text(1, 255, /^[a-zA-Z0-9/._\-*]+$/), 0, 150)),
  IsService: optional(boolean),
  InitializationTimeout: optional(integer(1, 600_000)),
  ApplicationConfig: optional(
    structure({
      ContactHandling: optional(structure({ Scope: optional(oneOf('CROSS_CONTACTS', 'PER_CONTACT')) })),
    }),
  ),
  IframeConfig: optional(structure({ Allow: iframePermissions, Sandbox: iframePermissions })),
  ApplicationType: optional(oneOf('STANDARD', 'SERVICE', 'MCP_SERVER')),
}

/** Name and namespace are each of one application, which for the name is a choice. */
export const createApplication = appOperation({
  name: 'CreateApplication',
  method: 'POST',
  path: '/applications',
  parametersIn: 'body',
  input: structure({
    Name: required(name),
    Namespace: required(text(1, 211, /^[a-zA-Z0-9/._-]+$/)),
    Description: description,
    ApplicationSourceConfig: required(source),
    ClientToken: optional(text(1, 2048)),
    ...content,
  }),
  answer({ input, store, newId, at }) {
    const { Name, Namespace, ClientToken: clientToken, ...given } = input
    const all = [...store.instance.applications.values()]
    const again = clientToken && all.find((one) => one.clientToken === clientToken)
    if (again) return success({ Arn: again.arn, Id: again.id })
    const same = all.find((one) => one.namespace === Namespace || one.name === Name)
    if (same !== undefined) {
      const which = same.namespace === Namespace ? `namespace ${Namespace}` : `name ${Name}`
      return connectFailure('DuplicateResourceException', `An application with the ${which} exists`)
    }
    const id = newId()
    const arn = store.instance.applicationArn(id)
    const times = { createdAt: at, modifiedAt: at, ...(clientToken === undefined ? {} : { clientToken }) }
    const application = { id, arn, namespace: Namespace, name: Name, content: given, ...times }
    return changed({ Arn: arn, Id: id }, { kind: 'applicationPut', at, application })
  },
})

export const getApplication = appOperation({
  name: 'GetApplication',
  method: 'GET',
  path: '/applications/{Arn}',
  parametersIn: 'query',
  input: structure({ Arn: required(text(1, 2048)) }),
  answer: ({ input, store }) =>
    withApplication(store, input.Arn, (application) => success({ ...application.content, ...summaryOf(application) })),
})

export const listApplications = appOperation({
  name: 'ListApplications',
  method: 'GET',
  path: '/applications',
  parametersIn: 'query',
  input: structure({
    maxResults: optional(integer(1, 50)),
    nextToken: optional(text(1, 1000)),
    applicationType: optional(oneOf('STANDARD', 'SERVICE', 'MCP_SERVER')),
  }),
  answer: ({ store, paged, input: { applicationType } }) => {
    const all = [...store.instance.applications.values()]
    const found = all.filter(
      ({ content }) => applicationType === undefined || (content['ApplicationType'] ?? 'STANDARD') === applicationType,
    )
    return paged(found, 50, (page, NextToken) => ({ Applications: page.map(summaryOf), NextToken }))
  },
})

/** A member that is given takes the place of the one that was there; the others stay. */
export const updateApplication = appOperation({
  name: 'UpdateApplication',
  method: 'PATCH',
  path: '/applications/{Arn}',
  parametersIn: 'body',
  input: structure({
    Arn: required(text(1, 2048)),
    Name: optional(name),
    Description: description,
    ApplicationSourceConfig: optional(source),
    ...content,
  }),
  answer: ({ input: { Arn, Name, ...given }, store, at }) =>
    withApplication(store, Arn, (before) => {
      const application = { ...before, name: Name ?? before.name, content: { ...before.content, ...given } }
      return changed({}, { kind: 'applicationPut', at, application: { ...application, modifiedAt: at } })
    }),
})

function appOperation<I extends object>(specification: Parameters<typeof operation<I>>[0]): Operation {
  return sayingInvalid('InvalidRequestException', operation(specification))
}

/** By its ARN or its id. */
function withApplication(
  { instance }: Store,
  arnOrId: string,
  answer: (application: Application) => Answer | Outcome,
): Answer | Outcome {
  const { applications } = instance
  const found = applications.get(arnOrId) ?? applications.get(instance.applicationArn(arnOrId))
  if (found !== undefined) return answer(found)
  return connectFailure('ResourceNotFoundException', `Application ${arnOrId} was not found`)
}

function summaryOf({ arn, id, name, namespace, content, createdAt, modifiedAt }: Application) {
  return {
    Arn: arn,
    Id: id,
    Name: name,
    Namespace: namespace,
    CreatedTime: epochSeconds(createdAt),
    LastModifiedTime: epochSeconds(modifiedAt),
    ApplicationType: content['ApplicationType'] ?? 'STANDARD',
  }
}
