import { expect, test } from 'vitest'
import { contactArnIn, domainArnIn, roleArnIn } from './arns.ts'

test.each([
  ['us-east-1', 'arn:aws:connect:us-east-1:1:instance/i/contact/k', 'arn:aws:cases:us-east-1:1:domain/d'],
  ['us-gov-west-1', 'arn:aws-us-gov:connect:us-gov-west-1:1:instance/i/contact/k', /^arn:aws-us-gov:cases:/],
  ['cn-north-1', 'arn:aws-cn:connect:cn-north-1:1:instance/i/contact/k', /^arn:aws-cn:cases:/],
])('ARNs of %s are of its partition', (region, contactArn, domainArn) => {
  const account = { accountId: '1', region, instanceId: 'i' }
  expect(contactArnIn(account, { contactId: 'k', caseIds: [] })).toBe(contactArn)
  expect(domainArnIn(account, 'd')).toMatch(domainArn)
  expect(roleArnIn(account)).toBe(`${contactArn.split(':connect:')[0]}:iam::1:role/emulator`)
})

test("a contact's own ARN is taken as it is, be it of another instance", () => {
  const account = { accountId: '1', region: 'us-east-1', instanceId: 'i' }
  expect(contactArnIn(account, { contactArn: 'arn:elsewhere', caseIds: [] })).toBe('arn:elsewhere')
})
