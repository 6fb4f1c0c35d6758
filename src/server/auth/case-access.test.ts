import { expect, test } from 'vitest'
import { askerOf } from '../../../test/support/asker.ts'
import { accessTo, ann, patient } from '../../../test/support/case-access.ts'
import { arnOf } from '../../../test/support/signed-in-app.ts'
import { fail, succeed } from '../result.ts'
import { openAccess } from './case-access.ts'
import { anyone } from './viewer.ts'

const refusedFor = (reason: string) =>
  fail({ code: 'not_allowed', detail: 'The agent may not see the cases of this contact or domain.', reason })

test('who is no user of the instance may see nothing', async () => {
  const { may, connect } = accessTo({ c: {} })
  expect(await may({ ...ann, user: 'carl' }, arnOf('c'))).toBe('not_allowed')
  expect(connect.asked).toEqual(['findUsers carl'])
})

test.each([
  ['another instance', arnOf('c').replace('/i/', '/x/'), null, 'domain'],
  ['another domain', arnOf('c'), null, 'other'],
  ['the domain of another instance', arnOf('c'), null, 'domain-j'],
  ['through a contact of another instance', arnOf('c'), arnOf('d').replace('/i/', '/j/'), 'domain'],
])('%s is refused before anything is asked', async (_, contactArn, through, domainId) => {
  const { may, connect } = accessTo({ c: { agentId: 'user-ann' } })
  expect(await may(ann, contactArn, through, domainId)).toBe('not_allowed')
  expect(await may({ ...ann, isSupervisor: true }, contactArn, null, through === null ? domainId : 'x')).toBe(
    'not_allowed',
  )
  expect(connect.asked).toEqual([])
})

test('the first contact of a transferred one is seen through the agent’s own, and only through that', async () => {
  const { may } = accessTo({
    first: { agentId: 'user-bob' },
    now: { at: { userId: 'user-ann', state: 'INCOMING' }, initialContactId: 'first' },
    other: { at: { userId: 'user-ann', state: 'CONNECTED' } },
    bobs: { agentId: 'user-bob', initialContactId: 'first' },
    waiting: {},
  })
  expect(await may(ann, arnOf('first'))).toBe('not_allowed')
  expect(await may(ann, arnOf('first'), arnOf('now'))).toBe('transferred')
  expect(await may(ann, arnOf('first'), arnOf('other'))).toBe('not_allowed')
  expect(await may(ann, arnOf('first'), arnOf('bobs'))).toBe('not_allowed')
  expect(await may(ann, arnOf('first'), arnOf('waiting'))).toBe('contact_not_yours')
  expect(await may(ann, arnOf('first'), arnOf('first'))).toBe('not_allowed')
  expect(await may(ann, arnOf('bobs'), arnOf('now'))).toBe('not_allowed')
})

test('a supervisor may see every contact of the instances, and nobody is asked', async () => {
  const { may, connect } = accessTo({})
  expect(await may({ ...ann, isSupervisor: true }, arnOf('c'))).toBe('supervisor')
  expect(connect.asked).toEqual([])
})

test('the domains of the settings may be read by every agent, others by nobody', () => {
  const { access } = accessTo({})
  expect(access.toDomain(ann, 'domain-j')).toEqual(succeed(null))
  expect(access.toDomain(ann, 'other')).toEqual(refusedFor('a domain that INSTANCES does not name'))
})

test('where agents sign in, who has not may read nothing', async () => {
  const { access, connect } = accessTo({ c: { agentId: 'user-ann' } })
  const question = { domainId: 'domain', contactArn: arnOf('c'), throughContactArn: null }
  expect(access.toDomain(anyone, 'domain')).toEqual(refusedFor('nobody signed in'))
  expect(await access.toContact(anyone, question, askerOf(patient))).toEqual(refusedFor('nobody signed in'))
  expect(connect.asked).toEqual([])
})

test('where nobody signs in, whoever reaches the server may read all, and the audit is told why', async () => {
  const question = { domainId: 'any', contactArn: arnOf('c'), throughContactArn: null }
  expect(openAccess.toDomain(anyone, 'any')).toEqual(succeed(null))
  expect(await openAccess.toContact(anyone, question, askerOf(patient))).toEqual(succeed('no_sign_in'))
})

test.each([
  ['a colleague’s', arnOf('bobs'), null, 'another agent’s contact, or none'],
  ['one that is not there', arnOf('nowhere'), null, 'another agent’s contact, or none'],
  ['one of another domain', arnOf('c', 'j'), null, 'an instance, or its domain, that INSTANCES does not name'],
  ['one through another instance’s', arnOf('bobs'), arnOf('c', 'j'), 'a contact of another instance'],
  ['one through a contact that is no transfer of it', arnOf('bobs'), arnOf('c'), 'not the initial contact of that one'],
])('the log says why a contact is refused, and the agent is told the same of each: %s', async (...question) => {
  const [, contactArn, throughContactArn, reason] = question
  const { access } = accessTo({ c: { agentId: 'user-ann' }, bobs: { agentId: 'user-bob' } })
  const answer = await access.toContact(ann, { domainId: 'domain', contactArn, throughContactArn }, askerOf(patient))
  expect(answer).toEqual(refusedFor(reason))
})

test('who asks for a contact that waits for an agent is told to ask again', async () => {
  const { access } = accessTo({ c: {} })
  const question = { domainId: 'domain', contactArn: arnOf('c'), throughContactArn: null }
  expect(await access.toContact(ann, question, askerOf(patient))).toEqual(
    fail({ code: 'contact_not_yours', detail: 'The contact is not with the agent yet. Ask again once it is.' }),
  )
})

test('while the first contact cannot be learned, nobody sees it', async () => {
  const { connect, may } = accessTo({ c: { agentId: 'user-ann', initialContactId: 'first' } })
  expect(await may(ann, arnOf('c'))).toBe('own')
  connect.failure = 'throttled'
  expect(await may(ann, arnOf('first'), arnOf('c'))).toBe('throttled')
})

test('who is in no group of supervisors any more is asked about like anyone', async () => {
  const { may } = accessTo({ c: { agentId: 'user-bob' } })
  expect(await may({ ...ann, isSupervisor: true }, arnOf('c'))).toBe('supervisor')
  expect(await may(ann, arnOf('c'))).toBe('not_allowed')
})
