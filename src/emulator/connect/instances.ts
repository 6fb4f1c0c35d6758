import { success } from '../answer.ts'
import { operation } from '../operation.ts'
import { seededTime } from '../seeded-time.ts'
import { integer, optional, required, structure, text } from '../shape.ts'
import { connectOperation, sayingInvalid } from './connect-operation.ts'
import { epochSeconds } from './epoch.ts'
import type { Instance } from './instance.ts'

export const describeInstance = connectOperation({
  name: 'DescribeInstance',
  method: 'GET',
  path: '/instance/{InstanceId}',
  input: structure({ InstanceId: required(text(1, 100)) }),
  answer: (_, { instance }) => success({ Instance: bodyOf(instance) }),
})

/** There is one. */
export const listInstances = sayingInvalid(
  'InvalidRequestException',
  operation({
    name: 'ListInstances',
    method: 'GET',
    path: '/instance',
    parametersIn: 'query',
    input: structure({ maxResults: optional(integer(1, 10)), nextToken: optional(text(0, 2500)) }),
    answer: ({ store, paged }) =>
      paged([store.instance], 10, (page, NextToken) => ({ InstanceSummaryList: page.map(bodyOf), NextToken })),
  }),
)

function bodyOf({ instanceId, instanceArn, alias }: Instance) {
  return {
    Id: instanceId,
    Arn: instanceArn,
    IdentityManagementType: 'CONNECT_MANAGED',
    InstanceAlias: alias,
    CreatedTime: epochSeconds(seededTime),
    InstanceStatus: 'ACTIVE',
    InboundCallsEnabled: true,
    OutboundCallsEnabled: true,
    InstanceAccessUrl: `https://${alias}.my.connect.aws`,
  }
}
