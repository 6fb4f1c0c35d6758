import { expect, onTestFinished, test } from 'vitest'
import { z } from 'zod'
import { createEmulator, type Emulator, type EmulatorOptions } from './emulator.ts'
import type { Journal } from './journal/journal.ts'
import { defaultSeedFile, loadSeed } from './load-seed.ts'
import type { Seed } from './seed-schema.ts'

test('calls are logged with their operation, status and time, until a reset', async () => {
  const emulator = await start()
  await fetch(`${emulator.url}/domains-list`, { method: 'POST' })
  await fetch(`${emulator.url}/nowhere`)
  expect(emulator.calls).toEqual([
    { operation: 'ListDomains', status: 200, ms: expect.any(Number) },
    { operation: null, status: 404, ms: expect.any(Number) },
  ])
  await emulator.reset()
  expect(emulator.calls).toEqual([])
  expect((await fetch(`${emulator.url}/domains-list`, { method: 'POST' })).status).toBe(200)
})

test('without a seed it is the small company', async () => {
  const emulator = await createEmulator()
  onTestFinished(() => emulator.close())
  expect(emulator.seed.domains[0]?.name).toBe('lantern-home')
})

test('two run side by side, each on a free port of loopback', async () => {
  const [one, other] = await Promise.all([start(), start()])
  expect(one.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
  expect(other.url).not.toBe(one.url)
})

test('a port that is taken is a rejection', async () => {
  const { url } = await start()
  await expect(start({ port: Number(new URL(url).port) })).rejects.toThrow('EADDRINUSE')
})

test('closing ends idle connections and frees the port', async () => {
  const emulator = await start()
  await fetch(`${emulator.url}/domains-list`, { method: 'POST' })
  await emulator.close()
  await expect(fetch(emulator.url)).rejects.toThrow()
  await start({ port: Number(new URL(emulator.url).port) })
})

test('a token outlives a restart with the same seed', async () => {
  const path = `/domains/${seed().domains[0]?.domainId}/templates-list?maxResults=4`
  const first = z.object({ nextToken: z.string() }).parse(await post(await start(), path))
  const second = await post(await start(), `${path}&nextToken=${first.nextToken}`)
  expect(second).toMatchObject({ templates: [{}, {}], nextToken: null })
})

test('a read that may rest on a change waits until the change is on the disk', async () => {
  let flush = () => {}
  const flushed = new Promise<void>((resolve) => {
    flush = resolve
  })
  const settled = async () => flushed
  const nothing = async () => {}
  const journal: Journal = { commits: [], append: settled, settled, clear: nothing, close: nothing }
  const emulator = await start({ journal })
  const url = `${emulator.url}/domains/${seed().domains[0]?.domainId}/case-event-configuration`
  const answered: string[] = []
  const body = JSON.stringify({ eventBridge: { enabled: true } })
  const write = fetch(url, { method: 'PUT', body }).then(() => answered.push('write'))
  const read = fetch(url, { method: 'POST' }).then(() => answered.push('read'))
  // These wait for no disk: once they are answered, the two before them could have been.
  for (let round = 0; round < 3; round++) await fetch(`${emulator.url}/nowhere`)
  expect(answered).toEqual([])
  flush()
  await Promise.all([write, read])
  expect(answered).toHaveLength(2)
})

async function post(emulator: Emulator, path: string): Promise<unknown> {
  return (await fetch(`${emulator.url}${path}`, { method: 'POST' })).json()
}

function seed(): Seed {
  const loading = loadSeed(defaultSeedFile)
  if (!loading.ok) throw new Error(loading.message)
  return loading.seed
}

async function start(options: Partial<EmulatorOptions> = {}): Promise<Emulator> {
  const emulator = await createEmulator({ seed: seed(), quotas: 'off', ...options })
  onTestFinished(() => emulator.close())
  return emulator
}
