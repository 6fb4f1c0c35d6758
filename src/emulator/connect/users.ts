import { success } from '../answer.ts'
import type { SeedUser } from '../seed-schema.ts'
import { integer, list, oneOf, optional, required, type Shape, structure, text } from '../shape.ts'
import { connectFailure, connectOperation } from './connect-operation.ts'
import type { Directory } from './directory.ts'

const instanceId = text(1, 100)

export const describeUser = connectOperation({
  name: 'DescribeUser',
  method: 'GET',
  path: '/users/{InstanceId}/{UserId}',
  input: structure({ InstanceId: required(instanceId), UserId: required(text(1, 256)) }),
  answer({ UserId }, { directory }) {
    const user = directory.users.get(UserId)
    if (user === undefined) return connectFailure('ResourceNotFoundException', `User ${UserId} was not found`)
    return success({ User: userBody(user, directory) })
  },
})

type ConditionOf<S> = S extends Shape<infer T> ? T : never
type StringCondition = ConditionOf<typeof stringCondition>

const stringCondition = structure({
  FieldName: required(oneOf('Username', 'ResourceId')),
  Value: required(text(0, 500)),
  ComparisonType: required(oneOf('STARTS_WITH', 'CONTAINS', 'EXACT')),
})
const condition = structure({ StringCondition: required(stringCondition) })

/** Found by conditions on the name or the id, alone or in one list of `and` or `or`. */
export const searchUsers = connectOperation({
  name: 'SearchUsers',
  method: 'POST',
  path: '/search-users',
  input: structure({
    InstanceId: required(instanceId),
    MaxResults: optional(integer(1, 500)),
    NextToken: optional(text(1, 2500)),
    SearchCriteria: optional(
      structure({
        StringCondition: optional(stringCondition),
        AndConditions: optional(list(condition, 1, 100)),
        OrConditions: optional(list(condition, 1, 100)),
      }),
    ),
  }),
  answer({ InstanceId, SearchCriteria: criteria = {}, MaxResults = 100, NextToken }, { directory, tokens }) {
    const binding = `SearchUsers ${JSON.stringify([InstanceId, criteria])}`
    const start = NextToken === undefined ? 0 : tokens.open(NextToken, binding)
    if (start === null) return connectFailure('InvalidParameterException', 'NextToken was not given for this request')
    const { StringCondition, AndConditions = [], OrConditions } = criteria
    const all = [...AndConditions.map((one) => one.StringCondition), ...(StringCondition ? [StringCondition] : [])]
    const found = [...directory.users.values()].filter(
      (user) =>
        all.every((one) => meets(user, one)) && (OrConditions?.some((one) => meets(user, one.StringCondition)) ?? true),
    )
    const end = start + MaxResults
    return success({
      Users: found.slice(start, end).map((user) => userBody(user, directory)),
      ApproximateTotalCount: found.length,
      ...(end < found.length ? { NextToken: tokens.seal(end, binding) } : {}),
    })
  },
})

function meets({ userId, username }: SeedUser, { FieldName, Value, ComparisonType }: StringCondition): boolean {
  const text = FieldName === 'Username' ? username : userId
  if (ComparisonType === 'EXACT') return text === Value
  return ComparisonType === 'CONTAINS' ? text.includes(Value) : text.startsWith(Value)
}

function userBody({ userId, username, securityProfileIds = [] }: SeedUser, { instanceArn }: Directory) {
  return {
    Id: userId,
    Arn: `${instanceArn}/agent/${userId}`,
    Username: username,
    SecurityProfileIds: securityProfileIds,
  }
}
