import { createClient } from '@redis/client'
import { expect, onTestFinished, test } from 'vitest'
import { createRedisStore } from '../../src/server/store/redis-store.ts'
import { startRedis } from '../support/redis-server.ts'

/** A store, and whoever administers its server. */
async function start(password = '') {
  const redis = await startRedis()
  const admin = await createClient({ url: redis.url })
    .on('error', () => {})
    .connect()
  const store = createRedisStore({ url: redis.url.replace('//', `//:${password}@`), prefix: 'test:' })
  onTestFinished(async () => {
    store.close()
    admin.destroy()
    await redis.close()
  })
  const write = async () => {
    const answer = await store.run("redis.call('SET', KEYS[1], 'v') return 1", ['key'])
    return answer.ok ? 'written' : store.whyAway()
  }
  return { redis, admin, write }
}

test('a wrong password is said, and when it is right again the store is back', async () => {
  const { admin, write } = await start('guessed')
  await expect.poll(write).toBe('written') // no password is asked for
  await admin.configSet('requirepass', 'another')
  await admin.sendCommand(['CLIENT', 'KILL', 'TYPE', 'normal', 'SKIPME', 'yes'])
  await expect.poll(write).toBe('WRONGPASS')
  await admin.configSet('requirepass', 'guessed')
  await expect.poll(write, { timeout: 5_000 }).toBe('written')
})

test('a store that cannot be written to is away, by its own word for it, and back when it can', async () => {
  const { admin, write } = await start()
  await admin.sendCommand(['REPLICAOF', '127.0.0.1', '1'])
  await expect.poll(write).toBe('READONLY')
  await admin.sendCommand(['REPLICAOF', 'NO', 'ONE'])
  await expect.poll(write).toBe('written')
  await admin.configSet('maxmemory', '1')
  await expect.poll(write).toBe('OOM')
  await admin.configSet('maxmemory', '0')
  await expect.poll(write).toBe('written')
})

test('a store that hangs is away in a moment, and one that is gone is said to be', async () => {
  const { redis, write } = await start()
  redis.hang()
  await expect.poll(write).toBe('TIMEOUT')
  redis.goOn()
  await expect.poll(write, { timeout: 5_000 }).toBe('written')
  await redis.kill()
  await expect.poll(write).toBe('ECONNREFUSED')
  await redis.restart()
  await expect.poll(write, { timeout: 5_000 }).toBe('written')
})
