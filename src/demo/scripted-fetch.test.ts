import { expect, test } from 'vitest'
import { arnOf } from '../cases/testing/arns.ts'
import type { DemoBackend, Fault } from './demo-backend.ts'
import { caseOf, casesOf } from './demo-case.ts'
import { createDemoClient } from './demo-client.ts'
import type { PanelState } from './demo-state.ts'
import type { Conditions } from './scripted-fetch.ts'

const { signal } = new AbortController()
const contactArn = arnOf('c-1')
const calm: Conditions = { latencyMs: 0, fault: 'none' }

function clientOf(backend: DemoBackend, more: Pick<PanelState, 'readsAll'> = {}, conditions = calm) {
  return createDemoClient({ backend, ...more }, conditions)
}

test('the list comes in pages of ten, and the details of each page by its token', async () => {
  const client = clientOf({ cases: () => casesOf(0, 12) })
  const first = await client.listCasesForContact({ contactArn }, signal)
  expect(first.cases).toHaveLength(10)
  const second = await client.listCasesForContact({ contactArn, nextToken: first.nextToken }, signal)
  expect(second).toMatchObject({ cases: [{}, {}], nextToken: null })
  const { results } = await client.caseDetails({ detailsToken: second.detailsToken ?? '' }, signal)
  expect(results.map(({ outcome, caseId }) => [outcome, caseId])).toEqual(
    second.cases.map(({ caseId }) => ['found', caseId]),
  )
})

test('the details of one case are asked for alone', async () => {
  const broken = caseOf(0, 1, { detailsFail: 'upstream_failed' })
  const client = clientOf({ cases: () => [caseOf(0, 0), broken] })
  const { detailsToken } = await client.listCasesForContact({ contactArn }, signal)
  const { results } = await client.caseDetails({ detailsToken: detailsToken ?? '', caseIds: [broken.caseId] }, signal)
  expect(results).toEqual([{ outcome: 'failed', caseId: broken.caseId, code: 'upstream_failed', retryable: true }])
})

test('each contact has its own cases, and each reading may find others', async () => {
  const client = clientOf({ cases: (contactId, reading) => casesOf(0, contactId === 'c-1' ? reading : 5) })
  const count = async (arn: typeof contactArn) =>
    (await client.listCasesForContact({ contactArn: arn }, signal)).cases.length
  expect([await count(contactArn), await count(arnOf('c-2')), await count(contactArn)]).toEqual([1, 5, 2])
})

test('a deleted template is not listed, and can be asked for by its id', async () => {
  const client = clientOf({ cases: () => [] })
  const { templates } = await client.listTemplates(signal)
  expect(templates.map(({ templateId }) => templateId)).not.toContain('fax')
  expect(await client.getTemplate('fax', signal)).toMatchObject({ name: 'Fax request', status: 'Deleted' })
  await expect(client.getTemplate('unheard-of', signal)).rejects.toMatchObject({ problem: { code: 'not_found' } })
})

test.each<[Fault, object]>([
  ['upstream_denied', { code: 'upstream_denied', retryable: false }],
  ['offline', { code: 'unreachable' }],
  ['garbled', { code: 'proxy_answer' }],
  [{ throttledForSeconds: 45 }, { code: 'throttled', retryAfterMs: 45_000 }],
])('the fault %j reaches the client as a problem', async (fault, problem) => {
  const client = clientOf({ cases: () => [], fault: () => fault })
  await expect(client.listCasesForContact({ contactArn }, signal)).rejects.toMatchObject({ problem })
})

test('a fault of the page is stronger than what the state would answer', async () => {
  const client = clientOf({ cases: () => [] }, {}, { latencyMs: 0, fault: 'denied' })
  await expect(client.listTemplates(signal)).rejects.toMatchObject({ problem: { code: 'upstream_denied' } })
})

test('latency keeps an answer back, and ends when nobody waits any more', async () => {
  const leaving = new AbortController()
  const client = clientOf({ cases: () => [] }, {}, { latencyMs: 60_000, fault: 'none' })
  const answer = client.listTemplates(leaving.signal)
  leaving.abort('left')
  await expect(answer).rejects.toBe('left')
})

test('what was given up before its answer was never read', async () => {
  const client = clientOf({ cases: (_, reading) => casesOf(0, reading) })
  const leaving = new AbortController()
  const givenUp = client.listCasesForContact({ contactArn }, leaving.signal)
  leaving.abort('left')
  await expect(givenUp).rejects.toBe('left')
  expect((await client.listCasesForContact({ contactArn }, signal)).cases).toHaveLength(1)
})

test('a state that reads all at once has all pages in the first, and all their details', async () => {
  const client = clientOf({ cases: () => casesOf(0, 25) }, { readsAll: true })
  const list = await client.listCasesForContact({ contactArn }, signal)
  expect([list.cases.length, list.nextToken]).toEqual([25, null])
  expect((await client.caseDetails({ detailsToken: list.detailsToken ?? '' }, signal)).results).toHaveLength(25)
})
