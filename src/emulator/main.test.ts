import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'

const main = fileURLToPath(new URL('./main.ts', import.meta.url))

test.each([
  ['an unknown option', ['--colour', 'red'], 78, /^Unknown option '--colour'/],
  ['a wrong port', ['--port', '70000'], 78, /^--port must be a number/],
  ['a seed that is not there', ['--port', '0', '--seed', '/nowhere/seed.json'], 78, /^\/nowhere\/seed\.json: cannot/],
  ['keys that are none', ['--port', '0', '--keys', main], 78, /^main\.ts: This is not JSON\.$/],
  ['keys that are not there', ['--port', '0', '--keys', '/nowhere/k'], 78, /^\/nowhere\/k: cannot be read/],
  ['a file that is no seed', ['--port', '0', '--seed', main], 78, /^main\.ts: is not JSON/],
])('%s ends it with one line', { timeout: 30_000 }, async (_, args, code, line) => {
  const ended = await run(args)
  expect(ended.code).toBe(code)
  expect(ended.stderr.trimEnd().split('\n')).toEqual([expect.stringMatching(line)])
})

test('a port that is taken ends it with one line', { timeout: 30_000 }, async () => {
  const server = createServer().listen(0, '127.0.0.1')
  onTestFinished(() => void server.close())
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' ? String(address?.port) : ''
  const ended = await run(['--port', port])
  expect(ended.code).toBe(1)
  expect(ended.stderr).toMatch(new RegExp(`^Port ${port} cannot be had: .*EADDRINUSE.*\\n$`))
})

test('it behaves as its options say', { timeout: 30_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'keys-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const keys = join(folder, 'keys.json')
  writeFileSync(keys, '[{ "accessKeyId": "A", "secretAccessKey": "s" }]')
  const fault = { kind: 'unavailable', operation: 'ListTemplates' }
  const child = start(['--port', '0', '--keys', keys, '--link-delay', '7', '--fault', JSON.stringify(fault)])
  const [line] = await once(createInterface(child.stdout), 'line')
  const url = /http:\S+/.exec(line)?.[0]
  const switches = await (await fetch(`${url}/_emulator/api/switches`)).json()
  expect(switches).toMatchObject({ quotas: 'on', linkDelayMs: 7, keys: [{ accessKeyId: 'A' }] })
  expect((await fetch(`${url}/domains-list`, { method: 'POST' })).status).toBe(403)
  expect((await fetch(`${url}/domains/d/templates-list`, { method: 'POST' })).status).toBe(503)
})

test.each(['SIGINT', 'SIGTERM'] as const)(
  'it prints its URL and a line to paste, answers, and stops cleanly on %s',
  { timeout: 30_000 },
  async (signal) => {
    const child = start(['--port', '0', '--quotas', 'off'])
    const lines: string[] = []
    for await (const line of createInterface(child.stdout)) {
      lines.push(line)
      if (line.includes('aws connectcases')) break
    }
    const url = lines.join(' ').match(/http:\/\/127\.0\.0\.1:\d+/)?.[0]
    expect(lines.at(-1)).toContain(`--endpoint-url ${url}`)
    expect((await fetch(`${url}/domains-list`, { method: 'POST' })).status).toBe(200)
    child.kill(signal)
    expect(await once(child, 'exit')).toEqual([0, null])
  },
)

function start(args: readonly string[]) {
  const child = spawn(process.execPath, ['--import', 'tsx', main, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  return child
}

async function run(args: readonly string[]): Promise<{ code: unknown; stderr: string }> {
  const child = start(args)
  let stderr = ''
  child.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk
  })
  const [code] = await once(child, 'close')
  return { code, stderr }
}
