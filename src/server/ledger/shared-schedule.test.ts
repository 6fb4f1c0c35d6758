import { expect, test } from 'vitest'
import { excess } from '../testing/excess.ts'
import { createSimulatedAccount } from '../testing/simulated-account.ts'

const patient = { patienceMs: 60_000, thereMs: 10, backMs: 10 }

/** Three instances that know each other. */
async function threeInstances(quota: { rate: number; burst: number }) {
  const account = createSimulatedAccount(quota, [0, 0, 0, 0])
  for (const which of [0, 1, 2]) account.start(which)
  await account.pass(5_000)
  return account
}

test('three instances together use the whole rate, and each gets some of it', async () => {
  const account = await threeInstances({ rate: 4, burst: 2 })
  for (const which of [0, 1, 2]) account.ask(which, { ...patient, count: 60 })
  await account.pass(30_000)
  expect(account.arrivals.length).toBeGreaterThan(30 * 4 * 0.9)
  for (const which of [0, 1, 2]) {
    expect(account.served.filter(({ instance }) => instance === which).length).toBeGreaterThan(20)
  }
})

test('who is more urgent at one instance goes before all who are less at the others', async () => {
  const account = await threeInstances({ rate: 2, burst: 1 })
  account.ask(0, { ...patient, count: 10, urgency: 4 })
  account.ask(1, { ...patient, count: 10, urgency: 4 })
  await account.pass(2_000)
  const before = account.served.length
  account.ask(2, { ...patient, count: 3, urgency: 1 })
  await account.pass(20_000)
  // One may have had leave already.
  expect(account.served.slice(before + 1, before + 4).map(({ urgency }) => urgency)).toContain(1)
  expect(account.served.slice(before, before + 4).filter(({ urgency }) => urgency === 1)).toHaveLength(3)
})

test('while the store is away all go on in slots of their own, and with it again by the whole rate', async () => {
  const account = await threeInstances({ rate: 2, burst: 2 })
  for (const which of [0, 1, 2]) account.ask(which, { ...patient, patienceMs: 200_000, count: 60 })
  account.setStore('away')
  await account.pass(5_000)
  expect(account.standings()).toEqual(['away', 'away', 'away'])
  const [gone, start] = [account.arrivals.length, account.now()]
  await account.pass(30_000)
  // One each 750 ms.
  expect(account.arrivals.length - gone).toBeGreaterThanOrEqual(38)
  expect(new Set(account.served.filter(({ at }) => at > start).map(({ instance }) => instance)).size).toBe(3)
  account.setStore('none')
  account.forget(true)
  await account.pass(5_000)
  const back = account.arrivals.length
  await account.pass(20_000)
  expect(account.arrivals.length - back).toBeGreaterThanOrEqual(36)
})

test('an instance that stops leaves its part to the others at once, one that dies after five minutes', async () => {
  const account = await threeInstances({ rate: 2, burst: 2 })
  account.stop(2)
  await account.pass(1_000)
  account.ask(0, { ...patient, count: 20 })
  const [before] = [account.arrivals.length]
  await account.pass(8_000)
  expect(account.arrivals.length - before).toBeGreaterThanOrEqual(15)
  account.die(1)
  await account.pass(302_000)
  const dead = account.arrivals.length
  account.ask(0, { ...patient, count: 20 })
  await account.pass(8_000)
  expect(account.arrivals.length - dead).toBeGreaterThanOrEqual(15)
})

test('of a store that forgot, the bucket counts as empty, and then fills call by call', async () => {
  const quota = { rate: 1, burst: 3 }
  const account = await threeInstances(quota)
  account.ask(0, { ...patient, thereMs: 0, backMs: 0, count: 6 })
  await account.pass(11)
  account.forget(false)
  await account.pass(20_000)
  expect(account.arrivals).toHaveLength(6)
  expect(excess(account.arrivals, quota)).toBe(0)
})

test('the slot that an instance used by itself is not given away when it comes back', async () => {
  const quota = { rate: 3, burst: 1 }
  const account = await threeInstances(quota)
  account.setStore('away')
  await account.pass(566)
  account.ask(1, { ...patient, thereMs: 0, backMs: 0, count: 2 })
  await account.pass(1_236)
  account.cut(0, 'away')
  await account.pass(2_286)
  account.setStore('none')
  await account.pass(20_000)
  expect(account.arrivals).toHaveLength(2)
  expect(excess(account.arrivals, quota)).toBe(0)
})

test('who has said goodbye uses no slot any more, whoever still waits there', async () => {
  const quota = { rate: 1, burst: 1 }
  const account = await threeInstances(quota)
  account.setStore('away')
  account.ask(2, { patienceMs: 3_000, thereMs: 0, backMs: 0, count: 1 })
  await account.pass(0)
  account.setStore('slow')
  account.stop(2)
  account.ask(0, { patienceMs: 1_980, thereMs: 22, backMs: 793, count: 2 })
  await account.pass(0)
  account.setStore('none')
  await account.pass(12_000)
  expect(account.served.map(({ instance }) => instance)).toEqual([0, 0])
})
