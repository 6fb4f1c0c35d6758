import { expect, test } from 'vitest'
import { askerOf } from '../../../test/support/asker.ts'
import { createTestConnect } from '../../../test/support/connect-directory.ts'
import { createConnectUsers } from './connect-users.ts'
import type { Agent } from './viewer.ts'

const agentOf = (user: string): Agent => ({ kind: 'agent', issuer: 'i', subject: 's', user, isSupervisor: false })

function usersBy(agentClaimIs: 'username' | 'userId') {
  const connect = createTestConnect()
  const clock = { now: 1 }
  const userIdOf = createConnectUsers({
    connect: connect.gateway,
    agentClaimIs,
    now: () => clock.now,
    onAnswer: () => undefined,
    askThroughStore: null,
  })
  const idOf = (user: string) => userIdOf(agentOf(user), 'instance', askerOf(new AbortController().signal))
  return { connect, clock, idOf }
}

test('a username is looked up once', async () => {
  const { connect, idOf } = usersBy('username')
  expect([await idOf('ann'), await idOf('ann')]).toMatchObject([{ value: 'user-ann' }, { value: 'user-ann' }])
  expect(connect.asked).toEqual(['findUsers ann'])
})

test.each(['ANN', 'an', 'carl'])('the name %s is no user’s: names are compared letter for letter', async (name) => {
  expect(await usersBy('username').idOf(name)).toEqual({ ok: true, value: null })
})

test('a name that two users have is nobody’s', async () => {
  const { connect, idOf } = usersBy('username')
  connect.users.push({ userId: 'user-ann-2', username: 'ann' })
  expect(await idOf('ann')).toEqual({ ok: true, value: null })
})

test.each([
  ['who has a user for ten minutes', 'ann', 600_000],
  ['who has none for two seconds', 'carl', 2_000],
])('it is remembered of a name %s', async (_, name, ms) => {
  const { connect, clock, idOf } = usersBy('username')
  await idOf(name)
  clock.now += ms
  await idOf(name)
  expect(connect.asked).toHaveLength(1)
  clock.now += 1
  await idOf(name)
  expect(connect.asked).toHaveLength(2)
})

test('a name that the search does not take spoils nothing for the others, and is nobody’s', async () => {
  const { connect, idOf } = usersBy('username')
  connect.spoilers['*'] = 'invalid_request'
  expect(await Promise.all(['ann', '*'].map(idOf))).toMatchObject([{ value: 'user-ann' }, { value: null }])
})

test('a user id needs no question', async () => {
  const { connect, idOf } = usersBy('userId')
  expect(await idOf('user-x')).toEqual({ ok: true, value: 'user-x' })
  expect(connect.asked).toEqual([])
})

test('that the user could not be looked up is no verdict', async () => {
  const { connect, idOf } = usersBy('username')
  connect.failure = 'throttled'
  expect(await idOf('ann')).toMatchObject({ problem: { code: 'throttled' } })
})

test('names that are looked up in one moment are one search', async () => {
  const { connect, idOf } = usersBy('username')
  const ids = await Promise.all(['ann', 'bob', 'ann', 'carl'].map(idOf))
  expect(ids).toMatchObject([{ value: 'user-ann' }, { value: 'user-bob' }, { value: 'user-ann' }, { value: null }])
  expect(connect.asked).toEqual(['findUsers ann bob carl'])
})
