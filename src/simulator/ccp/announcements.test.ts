import { expect, test } from 'vitest'
import { type Desk, emptyDesk } from '../desk/desk.ts'
import { reduceDesk } from '../desk/reduce-desk.ts'
import { announcements } from './announcements.ts'

const setup = { instanceArn: 'arn:aws:connect:us-east-1:111122223333:instance/i-1', contacts: [] }
const desk = emptyDesk('ada', 0, 0)
const ringing = reduceDesk(desk, {
  type: 'ring',
  at: 1,
  contact: { contactId: 'a', channel: 'chat', queueName: 'Billing', label: 'Maria', phase: 'incoming' },
})
const viewed = reduceDesk(ringing, { type: 'view', contactId: 'a' })

function events(before: Desk | null, after: Desk, now = 10): string[] {
  return announcements(setup, before, after, now).map(({ event }) => event)
}

const greeting = ['acknowledge', 'update_connected_ccps', 'agent::update']

test('a page that opens acknowledges unasked, with data, and says all it has', () => {
  expect(events(null, desk)).toEqual(greeting)
  expect(events(null, viewed)).toEqual([...greeting, 'contact::view'])
  expect(announcements(setup, null, desk, 10)[0]).toEqual({ event: 'acknowledge', data: { id: 'simulator' } })
})

test('a change goes as the whole state, a change of view also by itself', () => {
  expect(events(desk, ringing)).toEqual(['agent::update'])
  expect(events(ringing, viewed)).toEqual(['agent::update', 'contact::view'])
  const nobody = reduceDesk(viewed, { type: 'view', contactId: null })
  expect(announcements(setup, viewed, nobody, 10).at(-1)).toEqual({ event: 'contact::view', data: { contactId: '' } })
})

test('a desk that does not answer says nothing, and begins anew when it answers', () => {
  const silent: Desk = { ...desk, answersFrom: null }
  expect(events(null, silent)).toEqual([])
  expect(events(silent, { ...ringing, answersFrom: null })).toEqual([])
  expect(events({ ...viewed, answersFrom: null }, viewed)).toEqual([...greeting, 'contact::view'])
  expect(events(null, { ...desk, answersFrom: 20 }, 10)).toEqual([])
})

test.each([
  ['signedOut', 'terminated', []],
  ['expired', 'auth_fail', []],
  ['denied', 'access_denied', ['access_denied']],
  ['ctiExhausted', 'cti_authorize_retries_exhausted', []],
  ['authorizeExhausted', 'authorize_retries_exhausted', []],
] as const)('an agent who is %s leaves with %s, and a page that opens so says %j', (access, event, opening) => {
  const left = reduceDesk(ringing, { type: 'leave', access })
  expect(events(ringing, left)).toEqual([event])
  expect(events(left, { ...left })).toEqual([])
  expect(events(null, left)).toEqual(opening)
  expect(events(left, reduceDesk(left, { type: 'signIn', at: 1, agent: 'ada' }))).toEqual(greeting)
})
