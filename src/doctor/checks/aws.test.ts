import { expect, test } from 'vitest'
import type { Operation } from '../../server/quota/account-quotas.ts'
import { lookWith } from '../testing/look-with.ts'
import { awsChecks } from './aws.ts'

test.each<[[Operation, string | null][], string]>([
  [
    [
      ['GetCase', 'AccessDeniedException'],
      ['ListFields', 'AccessDeniedException'],
      ['ListTemplates', null],
    ],
    'wrong: AWS does not allow GetCase, ListFields.',
  ],
  [[['ListTemplates', 'CredentialsProviderError']], 'wrong: The shell has no credentials for ListTemplates.'],
  [[['ListTemplates', 'ThrottlingException']], 'warning: AWS throttles the account.'],
  [[['ListTemplates', 'TeapotException']], 'wrong: ListTemplates failed with TeapotException.'],
  [
    [['ListTemplates', null]],
    'good: Allowed: ListTemplates. Not tried: ListCasesForContact, SearchCases, GetCase, GetTemplate, ListFields, ListFieldOptions, DescribeContact, GetCurrentUserData, SearchUsers.',
  ],
])('what AWS said, %#', (calls, said) => {
  expect(lookWith(awsChecks, 'permissions', new Map(calls))).toBe(said)
})
