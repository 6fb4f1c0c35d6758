import { expect, test } from 'vitest'
import { operations } from './operations/table.ts'
import { createRouter } from './router.ts'

const route = createRouter(operations)

test.each([
  ['/domains-list', 'ListDomains', {}],
  ['/domains/d', 'GetDomain', { domainId: 'd' }],
  ['/domains/a%2Fb%20%25', 'GetDomain', { domainId: 'a/b %' }],
  ['/domains//list-cases-for-contact', 'ListCasesForContact', { domainId: '' }],
  ['/domains/d/cases/%E6%A1%88', 'GetCase', { domainId: 'd', caseId: '案' }],
  ['/domains/d/cases/cases-search', 'GetCase', { domainId: 'd', caseId: 'cases-search' }],
  ['/domains/d/templates-list', 'ListTemplates', { domainId: 'd' }],
])('%s is of %s', (path, name, labels) => {
  const match = route('POST', path)
  expect(match?.operation.name).toBe(name)
  expect(match?.labels).toEqual(labels)
})

test.each(['', '/', '/domains', '/domains/d/cases/c/', '/domains/%zz', 'domains/d', '/DOMAINS/d'])(
  '%j is of no operation',
  (path) => {
    expect(route('POST', path)).toBeNull()
  },
)
