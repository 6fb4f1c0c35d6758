import { setTimeout as sleep } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { urgencyOf } from '../../src/contract/urgency.ts'
import { createEmulator } from '../../src/emulator/emulator.ts'
import { createAsker } from '../../src/server/asker.ts'
import { createCaseAccess } from '../../src/server/auth/case-access.ts'
import { createConnectGateway } from '../../src/server/auth/connect-sdk-gateway.ts'
import { createConnectUsers } from '../../src/server/auth/connect-users.ts'
import { createOwnership } from '../../src/server/auth/ownership.ts'
import { accountQuotas } from '../../src/server/quota/account-quotas.ts'
import { processClock } from '../../src/server/quota/clock.ts'
import { createSchedules } from '../../src/server/quota/schedules.ts'
import type { Urgency } from '../../src/server/quota/urgency.ts'
import { seedOf } from '../support/emulator.ts'

const instanceArn = 'arn:aws:connect:us-east-1:111122223333:instance/i'
const numbers = Array.from({ length: 50 }, (_, n) => n)

/** Fifty agents, at each of whom a contact rings, on the quotas of a new account; only verdicts are asked for. */
async function start(state: 'INCOMING' | 'CONNECTED') {
  const seed = seedOf({
    ...{ accountId: '111122223333', region: 'us-east-1', instanceId: 'i' },
    users: numbers.map((n) => ({ userId: `user-${n}`, username: `agent-${n}` })),
    domains: [
      {
        ...{ domainId: 'domain', name: 'domain', templates: [], cases: [] },
        contacts: numbers.map((n) => ({ contactId: `contact-${n}`, caseIds: [], agentUserId: `user-${n}`, state })),
      },
    ],
  })
  const emulator = await createEmulator({ seed, quotas: 'on' })
  onTestFinished(() => emulator.close())
  const deps = { now: processClock.now, onAnswer: () => undefined, askThroughStore: null }
  const settings = { region: seed.region, endpoint: emulator.url, credentials: 'placeholder' } as const
  const connect = createConnectGateway(settings, createSchedules(accountQuotas, processClock))
  const ownership = createOwnership({
    ...deps,
    connect,
    userIdOf: createConnectUsers({ ...deps, connect, agentClaimIs: 'username' }),
  })
  const access = createCaseAccess({ ...deps, ownership, connect, instances: new Map([[instanceArn, 'domain']]) })
  const verdict = async (n: number, urgency: Urgency) => {
    const agent = { kind: 'agent', issuer: 'i', subject: `s-${n}`, user: `agent-${n}`, isSupervisor: false } as const
    const contactArn = `${instanceArn}/contact/contact-${n}`
    const asker = createAsker({ urgency, now: deps.now, deadlineMs: 5_000 })
    const ground = await access.toContact(agent, { domainId: 'domain', contactArn, throughContactArn: null }, asker)
    return ground.ok ? ground.value : ground.problem.code
  }
  const calls = (operation: string) => emulator.calls.filter((call) => call.operation === operation).length
  return { verdict, calls, throttled: () => emulator.calls.filter(({ status }) => status === 429) }
}

test('50 contacts ring within a second: nobody is refused, and the verdicts cost a few calls', async () => {
  const { verdict, calls, throttled } = await start('INCOMING')
  const verdicts = numbers.map(async (n) => {
    await sleep(n * 20)
    return verdict(n, urgencyOf.ringing)
  })
  expect(await Promise.all(verdicts)).toEqual(numbers.map(() => 'own'))
  expect(throttled()).toEqual([])
  // The burst of five, two for the second that it takes, and two more for what is left then.
  expect(calls('SearchUsers')).toBeLessThanOrEqual(9)
  expect(calls('GetCurrentUserData')).toBeLessThanOrEqual(9)
  expect(calls('DescribeContact')).toBe(0)
}, 20_000)

test('50 contacts ring in one moment: that is two searches for their names, and as many calls for the agents', async () => {
  const { verdict, calls } = await start('INCOMING')
  expect(await Promise.all(numbers.map((n) => verdict(n, urgencyOf.ringing)))).toEqual(numbers.map(() => 'own'))
  expect([calls('SearchUsers'), calls('GetCurrentUserData')]).toEqual([2, 2])
})

test('a contact on screen does not wait for those that ring', async () => {
  const { verdict, calls, throttled } = await start('CONNECTED')
  await Promise.all(numbers.slice(0, 10).map((n) => verdict(n, urgencyOf.ringing)))
  const before = calls('GetCurrentUserData')
  expect(await Promise.all([10, 11, 12].map((n) => verdict(n, urgencyOf.shown)))).toEqual(['own', 'own', 'own'])
  expect([calls('GetCurrentUserData') - before, calls('DescribeContact'), throttled()]).toEqual([0, 3, []])
})
