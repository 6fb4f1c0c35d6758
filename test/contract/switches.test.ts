import {
  ListCasesForContactCommand,
  paginateListCasesForContact,
  ThrottlingException,
} from '@aws-sdk/client-connectcases'
import { expect, onTestFinished, test } from 'vitest'
import { createEmulator, type EmulatorOptions } from '../../src/emulator/emulator.ts'
import type { FaultInput } from '../../src/emulator/switches/fault.ts'
import { createCasesClient } from '../support/cases-client.ts'
import { contactWithCases, defaultSeed } from '../support/emulator.ts'

const seed = defaultSeed()
const { domainId, contactArn, caseIds } = contactWithCases(seed, 11)

test('quotas are on, and a call over its own is a ThrottlingException', async () => {
  const { list, client } = await start({ quotas: 'on' })
  await Promise.all([list(), list()])
  const refused = await list().catch((error: unknown) => error)
  expect(refused).toBeInstanceOf(ThrottlingException)
  expect(refused).toMatchObject({ message: 'Rate exceeded', $metadata: { httpStatusCode: 429 } })
  await client.getCase({ domainId, caseId: caseIds[0], fields: [{ id: 'title' }] }) // has a quota of its own
})

test('an answer comes after its latency', async () => {
  const { list, emulator } = await start({ latency: { '*': { kind: 'fixed', ms: 60 } } })
  await list()
  expect(emulator.calls[0]?.ms).toBeGreaterThanOrEqual(59)
})

test('a new link is not listed until the delay is over', async () => {
  const { client, list, emulator } = await start({ linkDelayMs: 3_600_000 })
  const caseId = contactWithCases(seed, 1).caseIds[0]
  await client.createRelatedItem({ domainId, caseId, type: 'Contact', content: { contact: { contactArn } } })
  const pages = async () =>
    (await Promise.all([list(), list({ nextToken: (await list()).nextToken })])).flatMap(({ cases }) => cases)
  expect(await pages()).toHaveLength(11)
  emulator.switches.set({ linkDelayMs: 0 })
  expect(await pages()).toHaveLength(12)
})

test('a token that is too old is a ValidationException', async () => {
  const { list, emulator } = await start({ tokenLifetimeMs: 3_600_000 })
  const { nextToken } = await list()
  await list({ nextToken })
  emulator.switches.set({ tokenLifetimeMs: 0 })
  await expect.poll(() => list({ nextToken }).catch(({ name }) => name)).toBe('ValidationException')
})

test.each<[FaultInput, object]>([
  [{ kind: 'html' }, { name: 'SyntaxError', $metadata: { httpStatusCode: 200 } }],
  [{ kind: 'badJson' }, { name: 'SyntaxError', $metadata: { httpStatusCode: 200 } }],
  [{ kind: 'unavailable' }, { $metadata: { httpStatusCode: 503 } }],
  [
    { kind: 'throttled', retryAfterSeconds: 7 },
    { name: 'ThrottlingException', $response: { headers: { 'retry-after': '7' } } },
  ],
  [{ kind: 'throttled' }, { name: 'ThrottlingException', $metadata: { httpStatusCode: 429 } }],
  [{ kind: 'serverError' }, { name: 'InternalServerException', $metadata: { httpStatusCode: 500 } }],
  [{ kind: 'reset' }, { code: 'ECONNRESET' }],
  [{ kind: 'expiredCredentials' }, { name: 'ExpiredTokenException', $metadata: { httpStatusCode: 403 } }],
  [{ kind: 'accessDenied' }, { name: 'AccessDeniedException', $metadata: { httpStatusCode: 403 } }],
  [{ kind: 'clockSkew' }, { name: 'InvalidSignatureException', $metadata: { httpStatusCode: 403 } }],
])('the SDK takes %j for what it is, and goes on after it', async (fault, expected) => {
  const { list, emulator } = await start()
  emulator.faults.add({ ...fault, operation: 'ListCasesForContact', when: { first: 1 } })
  expect(await list().catch((error: unknown) => error)).toMatchObject(expected)
  expect((await list()).cases).toHaveLength(10)
})

test.each<[FaultInput, object]>([
  [{ kind: 'tooMany' }, { cases: { length: 11 } }],
  [{ kind: 'missingMembers' }, { $metadata: {} }],
  [
    { kind: 'longIds' },
    { cases: expect.arrayContaining([expect.objectContaining({ caseId: expect.stringMatching(/^.{501}$/) })]) },
  ],
  [{ kind: 'hugeBody', bytes: 3_000_000 }, { cases: { length: 10 } }],
  [{ kind: 'deepJson', depth: 1_000 }, { cases: { length: 10 } }],
  [{ kind: 'drip', everyMs: 1 }, { cases: { length: 10 } }],
])('the SDK lets %j through', { timeout: 30_000 }, async (fault, expected) => {
  const { list, emulator } = await start()
  emulator.faults.add(fault)
  expect(await list()).toMatchObject(expected)
})

test('105 MB come as fast as they are read', { timeout: 30_000 }, async () => {
  const { emulator } = await start()
  emulator.faults.add({ kind: 'hugeBody' })
  const response = await fetch(`${emulator.url}/domains-list`, { method: 'POST' })
  let bytes = 0
  for await (const chunk of response.body ?? []) bytes += chunk.length
  expect(bytes).toBe(Number(response.headers.get('content-length')))
  expect(bytes).toBeGreaterThan(105_000_000)
})

test('a call that hangs is answered by nobody, and the next one is', async () => {
  const { list, emulator } = await start()
  emulator.faults.add({ kind: 'hang', when: { call: 1 } })
  const controller = new AbortController()
  const hanging = list({}, controller.signal).catch(({ name }) => name)
  await expect.poll(() => emulator.calls).toMatchObject([{ operation: 'ListCasesForContact', status: 0 }])
  expect((await list()).cases).toHaveLength(10)
  controller.abort()
  expect(await hanging).toBe('AbortError')
})

test('the SDK corrects its clock by that of the service, and signs again', async () => {
  const { emulator, client } = await start({}, 2)
  emulator.faults.add({ kind: 'clockSkew', byMs: -7_200_000 })
  expect((await client.listDomains({})).domains).toHaveLength(seed.domains.length)
  expect(emulator.calls.map(({ status }) => status)).toEqual([403, 200])
})

test('a refused token is a ValidationException, and a repeated one ends a list that looks for it', async () => {
  const { emulator, client, list } = await start()
  emulator.faults.add({ kind: 'tokenRefused', when: { first: 2 } })
  const { nextToken } = await list()
  await expect(list({ nextToken })).rejects.toMatchObject({ name: 'ValidationException' })
  emulator.faults.clear()
  emulator.faults.add({ kind: 'tokenRepeated' })
  let pages = 0
  const everyPage = paginateListCasesForContact({ client, stopOnSameToken: true }, { domainId, contactArn })
  for await (const _ of everyPage) pages += 1
  expect(pages).toBe(2)
})

test('a write whose answer is lost has been done', async () => {
  const { emulator, client } = await start()
  emulator.faults.add({ kind: 'reset', operation: 'DeleteCase' })
  const [caseId] = caseIds
  await expect(client.deleteCase({ domainId, caseId })).rejects.toThrow()
  await expect(client.getCase({ domainId, caseId, fields: [{ id: 'title' }] })).rejects.toMatchObject({
    name: 'ResourceNotFoundException',
  })
})

/** A client of an emulator without quotas, unless the options say otherwise. */
async function start(options: Omit<EmulatorOptions, 'seed'> = {}, maxAttempts = 1) {
  const emulator = await createEmulator({ seed, quotas: 'off', ...options })
  onTestFinished(() => emulator.close())
  const client = createCasesClient(emulator.url, { maxAttempts })
  const list = (page: { nextToken?: string | undefined } = {}, abortSignal?: AbortSignal) =>
    client.send(new ListCasesForContactCommand({ domainId, contactArn, ...page }), abortSignal ? { abortSignal } : {})
  return { emulator, client, list }
}
