import { expect, test } from 'vitest'
import { claims, createKey, sign, time } from '../../../test/support/issuer.ts'
import { fail, succeed } from '../result.ts'
import { createKeptTokens } from './kept-tokens.ts'
import type { Agent } from './viewer.ts'

const ann: Agent = { kind: 'agent', issuer: 'i', subject: 'ann', user: 'ann', isSupervisor: false }
const key = await createKey('key-1')

/** A verifier that finds Ann in every token, how often it was asked, and what time it is. */
function setUp() {
  const state = { now: time, asked: 0, refuses: false }
  const kept = createKeptTokens(() => state.now)
  const verify = kept.keep(async () => {
    state.asked += 1
    return state.refuses ? fail({ kind: 'refused', reason: 'no' } as const) : succeed(ann)
  })
  return { state, verify, forget: kept.forget }
}

test('a token is verified once a minute', async () => {
  const { state, verify } = setUp()
  const token = await sign(key)
  await verify(token)
  expect([await verify(token), state.asked]).toEqual([succeed(ann), 1])
  state.now += 60_000
  await verify(token)
  expect(state.asked).toBe(2)
})

test('a token that expired is verified again, and so refused', async () => {
  const { state, verify } = setUp()
  const token = await sign(key, claims({ exp: time / 1000 + 10 }))
  await verify(token)
  state.refuses = true
  state.now += 9_999
  expect(await verify(token)).toMatchObject({ ok: true })
  state.now += 1
  expect(await verify(token)).toMatchObject({ ok: false })
})

test('another token is verified by itself, and one that was refused each time', async () => {
  const { state, verify } = setUp()
  const token = await sign(key)
  await verify(token)
  state.refuses = true
  const forged = `${token.slice(0, -4)}AAAA`
  expect(await verify(forged)).toMatchObject({ ok: false })
  expect(await verify(forged)).toMatchObject({ ok: false })
  expect(state.asked).toBe(3)
})

test('what is no token is refused like one', async () => {
  const { state, verify } = setUp()
  state.refuses = true
  expect(await verify('no token')).toMatchObject({ problem: { kind: 'refused' } })
})

test('what was under way while the issuer’s keys were read is verified again too', async () => {
  const { state, verify, forget } = setUp()
  const token = await sign(key)
  const underWay = verify(token)
  forget()
  expect(await underWay).toMatchObject({ ok: true })
  state.refuses = true
  expect(await verify(token)).toMatchObject({ ok: false })
})

test('when the issuer’s keys were read again, every token is verified again', async () => {
  const { state, verify, forget } = setUp()
  const token = await sign(key)
  await verify(token)
  state.refuses = true
  forget()
  expect(await verify(token)).toMatchObject({ ok: false })
})
