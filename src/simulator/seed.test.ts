import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { parseSeed } from './seed.ts'

const instance = { accountId: '111122223333', region: 'eu-west-2', instanceId: 'i-1' }

function withContacts(...contacts: unknown[]) {
  return { ...instance, domains: [{ domainId: 'd-1', contacts }] }
}

test('the seed that ships offers its contacts, the one with most cases first', async () => {
  const text = await readFile(new URL('../emulator/default-seed.json', import.meta.url), 'utf8')
  const parsed = parseSeed(JSON.parse(text))
  expect(parsed.ok && parsed.setup.contacts.map(({ label }) => / — (.*)/.exec(label)?.[1])).toEqual([
    '237 cases',
    '11 cases',
    '10 cases',
    '3 cases',
    '1 case',
    'no cases',
  ])
})

test('a contact is named by its ARN or its id, and without a label by how many cases it has', () => {
  const arn = 'arn:aws:connect:eu-west-2:111122223333:instance/i-1/contact/c-2'
  expect(
    parseSeed(withContacts({ contactId: 'c-1', caseIds: ['a'] }, { contactArn: arn, queueName: 'Billing' })),
  ).toEqual({
    ok: true,
    setup: {
      instanceArn: 'arn:aws:connect:eu-west-2:111122223333:instance/i-1',
      contacts: [
        { contactId: 'c-1', label: 'c-1 — 1 case', queueName: null },
        { contactId: 'c-2', label: 'c-2 — 0 cases', queueName: 'Billing' },
      ],
    },
  })
})

test.each([
  [null, ''],
  [[], ''],
  ['text', ''],
  [{ ...instance, accountId: 111122223333, domains: [] }, 'accountId'],
  [{ ...instance, accountId: '1', domains: [] }, 'accountId'],
  [{ ...instance, region: '', domains: [] }, 'region'],
  [instance, 'domains'],
  [withContacts({ caseIds: [] }), 'domains[0].contacts[0]'],
  [withContacts({ contactId: '' }), 'domains[0].contacts[0].contactId'],
  [withContacts({ contactId: 'c-1' }, { contactArn: 'no arn' }), 'domains[0].contacts[1].contactArn'],
  [withContacts({ contactId: 'c-1', label: 7 }), 'domains[0].contacts[0].label'],
])('%j is refused at "%s"', (seed, path) => {
  expect(parseSeed(seed)).toMatchObject({ ok: false, path })
})
