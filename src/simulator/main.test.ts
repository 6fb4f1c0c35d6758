import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const main = fileURLToPath(new URL('./main.ts', import.meta.url))
const seed = fileURLToPath(new URL('../emulator/default-seed.json', import.meta.url))

function simulator(...args: string[]): ChildProcessWithoutNullStreams {
  return spawn(process.execPath, ['--import', 'tsx', main, ...args])
}

/** How a command that cannot start ends, and what it says. */
async function refusal(...args: string[]): Promise<{ code: number; said: string }> {
  const child = simulator(...args)
  const said = child.stderr.toArray()
  const [code] = await once(child, 'close')
  return { code, said: Buffer.concat(await said).toString() }
}

test('the command serves the softphone and the workspace until it is told to stop', async () => {
  const child = simulator('--port', '0', '--seed', seed)
  const [line] = await once(child.stdout, 'data')
  const [, ...urls] = /^Softphone: (\S+)\nWorkspace: (\S+)\n$/.exec(String(line)) ?? []
  expect((await Promise.all(urls.map((url) => fetch(url)))).map(({ status }) => status)).toEqual([200, 200])
  child.kill('SIGTERM')
  expect((await once(child, 'close'))[0]).toBe(0)
}, 60_000)

test('wrong settings are one line and exit 78; a busy port is one line and exit 1', async () => {
  const busy = createServer().listen(0, '127.0.0.1')
  await once(busy, 'listening')
  const { port } = busy.address() as AddressInfo // it listens on TCP
  const [noFile, noJson, wrongSeed, wrongScript, busyPort] = await Promise.all([
    refusal('--seed', 'no-such-file.json'),
    refusal('--seed', main),
    refusal('--seed', 'package.json'),
    refusal('--seed', seed, '--script', 'package.json'),
    refusal('--seed', seed, '--port', String(port)),
  ])
  busy.close()
  expect(noFile.said).toMatch(/^simulator: cannot read the seed: ENOENT.*no-such-file\.json'\n$/)
  expect(noJson.said).toMatch(/^simulator: .*main\.ts is not JSON: .*\n$/)
  expect(wrongSeed.said).toMatch(/^simulator: package\.json: accountId: .*\n$/)
  expect(wrongScript.said).toBe('simulator: package.json: a script is a list of steps\n')
  expect([noFile.code, noJson.code, wrongSeed.code, wrongScript.code]).toEqual([78, 78, 78, 78])
  expect(busyPort).toEqual({
    code: 1,
    said: `simulator: listen EADDRINUSE: address already in use 127.0.0.1:${port}\n`,
  })
}, 60_000)
