import { expect, test } from 'vitest'
import { parseSeed } from './seed.ts'

function validSeed() {
  return {
    accountId: '111122223333',
    region: 'us-east-1',
    instanceId: 'i-1',
    domains: [
      {
        domainId: 'd1',
        name: 'one',
        templates: [{ templateId: 't1', name: 'T', status: 'Active' }],
        cases: [
          { caseId: 'c1', templateId: 't1', fields: { title: 'One', amount: 1, urgent: false, summary: null } },
          { caseId: 'c2', templateId: 't1', fields: { assigned_user: { userArn: 'arn:aws:connect:x' } } },
        ],
        contacts: [
          { contactId: 'k1', caseIds: ['c1', 'c2'], label: 'Kim', channel: 'voice', queueName: 'Q' },
          { contactArn: 'arn:aws:connect:us-east-1:111122223333:instance/i-1/contact/k2', caseIds: [] },
        ],
      },
    ],
  }
}

/** The valid seed with one thing changed: what `at` names, a path of keys, becomes `value`. */
function seedWith(at: readonly (string | number)[], value: unknown): unknown {
  const seed = validSeed()
  const keys = [...at]
  const last = keys.pop() ?? ''
  const parent = keys.reduce<unknown>((held, key) => Reflect.get(Object(held), key), seed)
  Reflect.set(Object(parent), last, value)
  return seed
}

test('a seed is what was written', () => {
  expect(parseSeed(validSeed())).toEqual({ ok: true, seed: validSeed() })
})

const domain = ['domains', 0] as const
const contact = [...domain, 'contacts', 0] as const
const profile = { securityProfileId: 'agents', name: 'Agent' }
const field = { fieldId: 'f', name: 'Colour', type: 'Text' }

test.each([
  [['accountId'], '12', 'accountId', 'must be 12 digits'],
  [['region'], undefined, 'region', 'is missing'],
  [['region'], 'moon', 'region', 'must be an AWS Region such as us-east-1'],
  [['instanceId'], 'a/b', 'instanceId', 'must be letters, digits, - and _'],
  [['domains'], {}, 'domains', 'expected array'],
  [['extra'], 1, 'extra', 'is not a member a seed has'],
  [[...domain, 'domainId'], '', 'domains[0].domainId', 'expected string to have >=1'],
  [[...domain, 'name'], 'one ', 'domains[0].name', 'must not end in white space'],
  [[...domain, 'templates', 0, 'status'], 'Gone', 'domains[0].templates[0].status', 'expected one of'],
  [[...domain, 'fields'], [field, field], 'domains[0].fields[1].fieldId', 'is the id of an earlier field'],
  [[...domain, 'fields'], [{ ...field, type: 'Date' }], 'domains[0].fields[0].type', 'expected one of'],
  [[...domain, 'cases', 1, 'fields', 'title'], [], 'domains[0].cases[1].fields.title', 'must be a string'],
  [[...domain, 'cases', 1, 'fields', 'case_id'], 'x', 'domains[0].cases[1].fields', 'must not have case_id'],
  [[...domain, 'cases', 1, 'templateId'], 'x', 'domains[0].cases[1].templateId', 'no template "x" in this domain'],
  [[...domain, 'cases', 1, 'caseId'], 'c1', 'domains[0].cases[1].caseId', 'is the id of an earlier case'],
  [[...domain, 'cases', 1, 'title'], 'x', 'domains[0].cases[1].title', 'is not a member a seed has'],
  [[...contact, 'contactArn'], 'arn:x', 'domains[0].contacts[0]', 'must have contactArn or contactId, and not both'],
  [[...contact, 'contactId'], undefined, 'domains[0].contacts[0]', 'must have contactArn or contactId'],
  [[...contact, 'contactId'], 'k2', 'domains[0].contacts[1].contactArn', 'names an earlier contact'],
  [[...contact, 'caseIds', 1], 'x', 'domains[0].contacts[0].caseIds[1]', 'no case "x" in this domain'],
  [[...contact, 'caseIds', 1], 'c1', 'domains[0].contacts[0].caseIds[1]', 'is linked twice'],
  [[...contact, 'channel'], 'fax', 'domains[0].contacts[0].channel', 'expected one of'],
  [['instanceAlias'], 'd-1', 'instanceAlias', 'must be letters, digits and single -'],
  [
    ['securityProfiles'],
    [profile, profile],
    'securityProfiles[1].securityProfileId',
    'is the id of an earlier security',
  ],
])('%j as %j is wrong at %s', (at, value, path, message) => {
  expect(parseSeed(seedWith(at, value))).toEqual({ ok: false, path, message: expect.stringContaining(message) })
})

test('an id given twice is named where it is given again', () => {
  const [first] = validSeed().domains
  expect(parseSeed({ ...validSeed(), domains: [first, first] })).toMatchObject({ path: 'domains[1].domainId' })
  const template = { templateId: 't1', name: 'Again', status: 'Inactive' }
  expect(parseSeed(seedWith([...domain, 'templates', 1], template))).toMatchObject({
    path: 'domains[0].templates[1].templateId',
  })
})

test.each([null, [], 'seed', 1])('%j is not a seed, and there is no path to name', (json) => {
  expect(parseSeed(json)).toMatchObject({ ok: false, path: '' })
})
