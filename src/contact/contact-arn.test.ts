import { expect, test } from 'vitest'
import { contactArnOf, parseAgentArn, parseContactArn, parseContactId } from './contact-arn.ts'

const instance = 'arn:aws:connect:us-east-1:111122223333:instance/aaaaaaaa-0000-4000-8000-000000000001'

test.each(['aws', 'aws-cn', 'aws-us-gov'])(
  'the contact ARN has the partition, Region, account and instance of the agent (%s)',
  (partition) => {
    const agentArn = parseAgentArn(`arn:${partition}:connect:eu-west-2:999988887777:instance/i-1/agent/a-1`)
    const contactId = parseContactId('c-1')
    if (agentArn === null || contactId === null) throw new Error('both parse')
    const contactArn = contactArnOf(agentArn, contactId)
    expect(contactArn).toBe(`arn:${partition}:connect:eu-west-2:999988887777:instance/i-1/contact/c-1`)
    expect(parseContactArn(contactArn)).toBe(contactArn)
  },
)

test.each([
  ['nothing', ''],
  ['a bare contact id', 'cccccccc-0000-4000-8000-000000000001'],
  ['an agent ARN', `${instance}/agent/a-1`],
  ['no contact id', `${instance}/contact/`],
  ['a deeper path', `${instance}/contact/c-1/more`],
  ['another service', 'arn:aws:cases:us-east-1:111122223333:instance/i/contact/c'],
  ['an account that is no account', 'arn:aws:connect:us-east-1:11112222333:instance/i/contact/c'],
  ['a line break at the end', `${instance}/contact/c-1\n`],
  ['501 characters', `${instance}/contact/`.padEnd(501, 'c')],
])('%s is not a contact ARN', (_, text) => {
  expect(parseContactArn(text)).toBeNull()
})

test('a contact ARN has up to 500 characters', () => {
  const text = `${instance}/contact/`.padEnd(500, 'c')
  expect(parseContactArn(text)).toBe(text)
})

test.each(['', ' ', 'a/b', 'a b', 'x'.repeat(257)])('%j is not a contact id', (text) => {
  expect(parseContactId(text)).toBeNull()
})

test('an agent ARN has up to 500 characters', () => {
  const text = `${instance}/agent/`.padEnd(500, 'a')
  expect(parseAgentArn(text)).toBe(text)
  expect(parseAgentArn(`${text}a`)).toBeNull()
})

test('a contact ARN is not an agent ARN', () => {
  expect(parseAgentArn(`${instance}/contact/c-1`)).toBeNull()
})
