import { expect, test } from 'vitest'
import { wishesOf } from './wishes.ts'

const arn = 'arn:aws:connect:eu-central-1:111122223333:instance/an-instance'
const whole = { host: 'streams', instance: arn, domain: 'd', url: 'https://cases.example.com' }

test('options that are right and whole become wishes', () => {
  expect(wishesOf(whole, 'us-east-1')).toEqual({
    ok: true,
    value: {
      host: 'streams',
      region: 'eu-central-1', // the ARN's, and not the environment's
      instanceId: 'an-instance',
      domainId: 'd',
      pageUrl: new URL('https://cases.example.com/'),
    },
  })
})

test('an application has a name and a namespace without being given them', () => {
  const given = { ...whole, host: 'workspace', 'security-profile': ['Agent', 'Agent'] }
  expect(wishesOf(given, null)).toMatchObject({
    value: {
      namespace: 'connect-contact-cases',
      name: 'Contact cases',
      securityProfiles: ['Agent'],
      signInOrigins: [],
    },
  })
})

test('an instance by its id has the Region that is given, or the usual one', () => {
  const given = { ...whole, instance: 'an-instance' }
  expect(wishesOf({ ...given, region: 'us-west-2' }, 'us-east-1')).toMatchObject({ value: { region: 'us-west-2' } })
  expect(wishesOf(given, 'us-east-1')).toMatchObject({ value: { region: 'us-east-1' } })
  expect(wishesOf(given, null)).toMatchObject({ ok: false, message: expect.stringMatching(/^--region is missing/) })
})
