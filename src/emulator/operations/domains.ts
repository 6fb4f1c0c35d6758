import { success } from '../answer.ts'
import { inDomain, operation } from '../operation.ts'
import { seededTime } from '../seeded-time.ts'
import { id, integer, nextToken, optional, required, structure } from '../shape.ts'

export const listDomains = operation({
  name: 'ListDomains',
  path: '/domains-list',
  parametersIn: 'query',
  input: structure({ maxResults: optional(integer(1, 10)), nextToken: optional(nextToken) }),
  answer: ({ store, paged }) =>
    paged([...store.domains.values()], 10, (page, nextToken) => ({
      domains: page.map(({ domainId, domainArn, name }) => ({ domainId, domainArn, name })),
      nextToken,
    })),
})

export const getDomain = operation({
  name: 'GetDomain',
  path: '/domains/{domainId}',
  parametersIn: 'body',
  input: structure({ domainId: required(id) }),
  answer: inDomain(({ domainId, domainArn, name }) =>
    success({ domainId, domainArn, name, createdTime: seededTime, domainStatus: 'Active' }),
  ),
})
