import { randomBytes, randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { createCaseAccess } from '../../src/server/auth/case-access.ts'
import { createConnectUsers } from '../../src/server/auth/connect-users.ts'
import { createOwnership } from '../../src/server/auth/ownership.ts'
import type { Agent } from '../../src/server/auth/viewer.ts'
import { createSeals } from '../../src/server/seal.ts'
import { createAskThroughStore } from '../../src/server/shared-answers/ask-through-store.ts'
import { createQuestionBoard } from '../../src/server/shared-answers/question-board.ts'
import { createRedisStore } from '../../src/server/store/redis-store.ts'
import { askerOf } from '../support/asker.ts'
import { createTestConnect } from '../support/connect-directory.ts'
import { startRedis } from '../support/redis-server.ts'

const instanceArn = 'arn:aws:connect:us-east-1:111122223333:instance/i'
const agentOf = (user: string): Agent => ({ kind: 'agent', issuer: 'i', subject: user, user, isSupervisor: false })

/** Two instances before one store and one Amazon Connect. */
async function start() {
  const redis = await startRedis()
  onTestFinished(() => redis.close())
  const connect = createTestConnect({
    now: { agentId: 'user-ann', initialContactId: 'first' },
    rings: { at: { userId: 'user-ann', state: 'INCOMING' } },
  })
  const seals = createSeals({ keys: [{ id: 'a', key: randomBytes(32) }], randomBytes })
  const stores = [1, 2].map(() => createRedisStore({ url: redis.url, prefix: 'test:' }))
  onTestFinished(() => stores.forEach((store) => void store.close()))
  // On a busy machine the first answer may take longer than an instance waits.
  for (const store of stores) await expect.poll(() => store.run('return 1', [])).toMatchObject({ ok: true })
  const instances = stores.map((store) => {
    const board = createQuestionBoard(store)
    const askThroughStore = createAskThroughStore({ board, seals, newId: randomUUID, sleep, onAnswer: () => undefined })
    const deps = { connect: connect.gateway, now: () => performance.now(), onAnswer: () => undefined, askThroughStore }
    const userIdOf = createConnectUsers({ ...deps, agentClaimIs: 'username' })
    const ownership = createOwnership({ ...deps, userIdOf })
    return createCaseAccess({ ...deps, instances: new Map([[instanceArn, 'domain']]), ownership })
  })
  const questionOf = (contactId: string, through: string | null) => ({
    domainId: 'domain',
    contactArn: `${instanceArn}/contact/${contactId}`,
    throughContactArn: through && `${instanceArn}/contact/${through}`,
  })
  return {
    connect,
    async may(at: number, user: string, contactId: string, through: string | null = null) {
      const asker = askerOf(new AbortController().signal)
      const ground = await instances[at]?.toContact(agentOf(user), questionOf(contactId, through), asker)
      return ground?.ok ? ground.value : ground?.problem.code
    },
    contradict: (at: number, user: string, contactId: string) =>
      instances[at]?.contradicted(agentOf(user), questionOf(contactId, null)),
  }
}

test('what one instance learned of agent, contact and transfer, another does not ask', async () => {
  const { connect, may } = await start()
  expect(await may(0, 'ann', 'now')).toBe('own')
  expect(await may(0, 'ann', 'first', 'now')).toBe('transferred')
  const asked = [...connect.asked]
  expect(await may(1, 'ann', 'now')).toBe('own')
  expect(await may(1, 'ann', 'first', 'now')).toBe('transferred')
  expect(connect.asked).toEqual(asked)
})

test('a verdict is of one agent, in the store too', async () => {
  const { may } = await start()
  expect(await may(0, 'ann', 'rings')).toBe('own')
  expect(await may(1, 'bob', 'rings')).toBe('contact_not_yours')
})

test('what is contradicted at one instance is learned anew for both', async () => {
  const { connect, may, contradict } = await start()
  expect(await may(0, 'ann', 'now')).toBe('own')
  connect.contacts['now'] = { agentId: 'user-bob' }
  contradict(0, 'ann', 'now')
  expect(await may(0, 'ann', 'now')).toBe('not_allowed')
  expect(await may(1, 'ann', 'now')).toBe('not_allowed')
})
