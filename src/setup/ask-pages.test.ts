import { expect, test } from 'vitest'
import { z } from 'zod'
import { askPages } from './ask-pages.ts'
import { createCaller } from './make-call.ts'

const call = { service: 'connect', operation: 'ListApprovedOrigins', input: { InstanceId: 'i' } } as const

test('a list is read to its end, each page with the token of the one before', async () => {
  const asked: object[] = []
  const found = await listed(async (_, input) => {
    asked.push(input)
    return asked.length === 1 ? { Origins: ['a', 'b'], NextToken: 'next' } : { Origins: ['c'] }
  })
  expect(found).toEqual({ ok: true, value: ['a', 'b', 'c'] })
  expect(asked).toEqual([{ InstanceId: 'i' }, { InstanceId: 'i', NextToken: 'next' }])
})

test('a token that comes again ends the list', async () => {
  expect(await listed(async () => ({ Origins: ['a'], NextToken: 'same' }))).toEqual({ ok: true, value: ['a', 'a'] })
})

test('a list of something else is one sentence', async () => {
  expect(await listed(async () => ({ Origins: [1] }))).toMatchObject({
    ok: false,
    message: expect.stringMatching(/^connect:ListApprovedOrigins answered something else/),
  })
})

test('a mistake of ours is no answer of AWS', async () => {
  const mistake = new TypeError('Cannot read properties of undefined')
  await expect(listed(() => Promise.reject(mistake))).rejects.toBe(mistake)
})

function listed(connect: (operation: string, input: object) => Promise<unknown>) {
  const services = { connect, appintegrations: connect, connectcases: connect }
  const { ask } = createCaller({ services, onAsk: () => {} })
  return askPages(ask, call, { member: 'Origins', item: z.string() })
}
