import { changed } from '../operation.ts'
import { integer, optional, required, structure, text } from '../shape.ts'
import { connectFailure, connectOperation } from './connect-operation.ts'

const instanceId = required(text(1, 100))

export const listApprovedOrigins = connectOperation({
  name: 'ListApprovedOrigins',
  method: 'GET',
  path: '/instance/{InstanceId}/approved-origins',
  parametersIn: 'query',
  input: structure({
    InstanceId: instanceId,
    maxResults: optional(integer(1, 25)),
    nextToken: optional(text(0, 2500)),
  }),
  answer: (_, { instance, paged }) =>
    paged([...instance.approvedOrigins], 25, (Origins, NextToken) => ({ Origins, NextToken })),
})

/** That an origin has no path, and that one that is there is a conflict, are choices. */
export const associateApprovedOrigin = connectOperation({
  name: 'AssociateApprovedOrigin',
  method: 'PUT',
  path: '/instance/{InstanceId}/approved-origin',
  input: structure({
    InstanceId: instanceId,
    Origin: required(text(1, 267)),
    ClientToken: optional(text(0, 500)),
  }),
  answer({ Origin }, { instance, at }) {
    if (!/^https?:\/\/[^/?#]+$/.test(Origin)) {
      return connectFailure('InvalidParameterException', `${Origin} is not an origin`)
    }
    return instance.approvedOrigins.has(Origin)
      ? connectFailure('ResourceConflictException', `${Origin} is approved already`)
      : changed({}, { kind: 'approvedOriginAdded', at, origin: Origin })
  },
})
