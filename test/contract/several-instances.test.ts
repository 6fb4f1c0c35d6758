import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { listCasesForContactResponse } from '../../src/contract/list-cases-for-contact.ts'
import { priorityOf } from '../../src/contract/urgency.ts'
import { createEmulator } from '../../src/emulator/emulator.ts'
import { accountQuotas, type Operation } from '../../src/server/quota/account-quotas.ts'
import type { Quota } from '../../src/server/quota/call-budget.ts'
import { startBff } from '../support/bff.ts'
import { contactWithCases, defaultSeed } from '../support/emulator.ts'
import { manyContacts } from '../support/many-contacts.ts'
import { startRedis } from '../support/redis-server.ts'
import { post } from '../support/server-app.ts'

interface Company {
  readonly seed: ReturnType<typeof defaultSeed>
  readonly quotas?: Partial<Record<Operation, Quota>>
  readonly deadlineMs?: number
}

/** Three servers, one store, and one emulator that counts by the quotas of the account. */
async function start({ seed, quotas = {}, deadlineMs = 5_000 }: Company) {
  const redis = await startRedis()
  const emulator = await createEmulator({ seed, quotas: Object.keys(quotas).length === 0 ? 'on' : quotas })
  const settings = {
    ...{ endpoint: emulator.url, deadlineMs, quotas: { ...accountQuotas, ...quotas }, store: redis.url },
    sealKeys: [{ id: 'a', key: randomBytes(32) }] as const,
  }
  const servers = await Promise.all([1, 2, 3].map(() => startBff(settings)))
  onTestFinished(async () => {
    await Promise.all(servers.map((server) => server.close()))
    await Promise.all([emulator.close(), redis.close()])
  })
  const [{ domainId } = { domainId: '' }] = seed.domains
  const ask = async (at: number, body: object) => {
    const { headers, ...init } = post(body)
    const url = `${servers[at % 3]?.url}/api/domains/${domainId}/list-cases-for-contact`
    return fetch(url, { ...init, headers: { ...Object(headers), ...priorityOf('ringing') } })
  }
  /** The list as a panel gets it: it comes again when it is told to. */
  const list = async (at: number, body: object) => {
    for (;;) {
      const answer = await ask(at, body)
      if (answer.status === 200) return listCasesForContactResponse.parse(await answer.json())
      expect(answer.status).toBe(429)
      await sleep(Number(answer.headers.get('retry-after')) * 1_000)
    }
  }
  return {
    ...{ redis, servers, ask, list },
    lists: () => emulator.calls.filter(({ operation }) => operation === 'ListCasesForContact').length,
    throttled: () => emulator.calls.filter(({ status }) => status === 429),
    ready: () => Promise.all(servers.map(async ({ url }) => (await fetch(`${url}/readyz`)).json())),
  }
}

const quotas = { ListCasesForContact: { rate: 20, burst: 10 } }
const ofOneCase = (_: string, n: number) => [`case-${n}`]

test('50 contacts ring at three instances: nobody is throttled by the service, and all are answered', async () => {
  const { seed, contactArns } = manyContacts(50)
  const company = await start({ seed, quotas, deadlineMs: 2_500 })
  const answers = await Promise.all(contactArns.map((contactArn, n) => company.list(n, { contactArn })))
  expect(answers.map(({ cases }) => cases.map(({ caseId }) => caseId))).toEqual(contactArns.map(ofOneCase))
  expect([company.lists(), company.throttled()]).toEqual([50, []])
}, 30_000)

test('the store is killed in the middle, and comes back empty: still nobody is throttled, and all are answered', async () => {
  const { seed, contactArns } = manyContacts(60)
  const company = await start({ seed, quotas })
  await company.list(0, { contactArn: contactArns[0] })
  const answers = contactArns.map((contactArn, n) => company.list(n, { contactArn }))
  await expect.poll(() => company.lists(), { timeout: 10_000 }).toBeGreaterThan(15)
  await company.redis.kill()
  await expect.poll(company.ready).toEqual(Array(3).fill({ status: 'ok', store: 'away' }))
  const before = company.lists()
  await expect.poll(() => company.lists(), { timeout: 10_000 }).toBeGreaterThan(before + 5)
  await company.redis.restart()
  await expect.poll(company.ready, { timeout: 10_000 }).toEqual(Array(3).fill({ status: 'ok' }))
  const found = (await Promise.all(answers)).map(({ cases }) => cases.map(({ caseId }) => caseId))
  expect(found).toEqual(contactArns.map(ofOneCase))
  expect([company.lists(), company.throttled()]).toEqual([60, []])
  // The last two: on a busy machine the store may have seemed away before.
  const events = company.servers.map(({ logged }) =>
    logged.map(({ event }) => event).filter((event) => /^store/.test(event)),
  )
  expect(events.map((each) => each.slice(-2))).toEqual(Array(3).fill(['store_away', 'store_here']))
}, 60_000)

test('a store that hangs holds nobody up for longer than it takes to notice', async () => {
  const { seed, contactArns } = manyContacts(9)
  const company = await start({ seed, quotas })
  await Promise.all([0, 1, 2].map((at) => company.list(at, { contactArn: contactArns[at] })))
  company.redis.hang()
  const answers = await Promise.all(contactArns.slice(3).map((contactArn, n) => company.ask(n, { contactArn })))
  company.redis.goOn()
  expect(answers.map(({ status }) => status)).toEqual(Array(6).fill(200))
  await expect.poll(company.ready, { timeout: 10_000 }).toEqual(Array(3).fill({ status: 'ok' }))
  expect(company.throttled()).toEqual([])
}, 30_000)

test('one question that is asked at all instances is one call, and a page that one sealed another goes on with', async () => {
  const seed = defaultSeed()
  const { contactArn } = contactWithCases(seed, 11)
  const company = await start({ seed })
  const [one, other, third] = await Promise.all([0, 1, 2].map((at) => company.list(at, { contactArn })))
  expect([other?.cases, third?.cases]).toEqual([one?.cases, one?.cases])
  const rest = await company.list(1, { contactArn, nextToken: one?.nextToken })
  expect([one?.cases.length, rest.cases.length, rest.nextToken]).toEqual([10, 1, null])
  expect([company.lists(), company.throttled()]).toEqual([2, []])
}, 30_000)
