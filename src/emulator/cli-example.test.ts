import { expect, test } from 'vitest'
import { cliExample } from './cli-example.ts'
import { parseSeed } from './seed.ts'
import type { Seed } from './seed-schema.ts'

test('the line names the contact with the most cases, safe for a shell', () => {
  expect(
    cliExample(
      seedWith([
        { contactId: 'k1', caseIds: [] },
        { contactId: 'k2', caseIds: ['c'] },
      ]),
      'http://h:1',
    ),
  ).toBe(
    [
      'AWS_ACCESS_KEY_ID=any AWS_SECRET_ACCESS_KEY=any',
      String.raw`aws connectcases list-cases-for-contact --domain-id 'it'\''s $1'`,
      '--contact-arn arn:aws:connect:eu-west-2:111122223333:instance/i/contact/k2',
      '--region eu-west-2 --endpoint-url http://h:1',
    ].join(' '),
  )
})

test('without a contact there is nothing to list', () => {
  expect(cliExample(seedWith([]), 'http://h:1')).toBeNull()
})

function seedWith(contacts: readonly object[]): Seed {
  const reading = parseSeed({
    accountId: '111122223333',
    region: 'eu-west-2',
    instanceId: 'i',
    domains: [
      {
        domainId: "it's $1",
        name: 'd',
        templates: [{ templateId: 't', name: 't', status: 'Active' }],
        cases: [{ caseId: 'c', templateId: 't', fields: {} }],
        contacts,
      },
    ],
  })
  if (!reading.ok) throw new Error(reading.message)
  return reading.seed
}
