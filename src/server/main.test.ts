import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test, vi } from 'vitest'
import { z } from 'zod'
import { createBuiltPage, pageConfig } from '../../test/support/built-page.ts'
import { answers, startScriptedUpstream } from '../../test/support/scripted-upstream.ts'
import { contactArn, listPath, post } from '../../test/support/server-app.ts'

// Each test starts a process, and TypeScript in it.
vi.setConfig({ testTimeout: 30_000 })

const main = fileURLToPath(new URL('./main.ts', import.meta.url))
const emulator = { AWS_ENDPOINT_URL_CONNECTCASES: 'http://127.0.0.1:1', PORT: '0' }

async function page(config?: unknown) {
  const { directory, remove } = await createBuiltPage(config)
  onTestFinished(remove)
  return directory
}

function run(env: Readonly<Record<string, string>>) {
  const quietSdk = { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' }
  const child = spawn(process.execPath, ['--import', 'tsx', main], {
    env: { PATH: process.env['PATH'], ...quietSdk, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  return child
}

async function outcome(child: ReturnType<typeof run>) {
  const [stderr, [exitCode]] = await Promise.all([text(child.stderr), once(child, 'exit')])
  return { stderr, exitCode }
}

test('without an emulator, and so without authentication, the server refuses to start', async () => {
  const { stderr, exitCode } = await outcome(run({}))
  expect(stderr).toMatch(/^Without authentication [^\n]+\n$/)
  expect(exitCode).toBe(78)
})

test('wrong settings of the page are one line that names file and member, and exit code 78', async () => {
  const PAGE_DIRECTORY = await page()
  const PAGE_CONFIG = join(await page({ ...pageConfig, ccpUrl: 'x' }), 'config.json')
  expect(await outcome(run({ ...emulator, PAGE_DIRECTORY, PAGE_CONFIG }))).toEqual({
    stderr: `${PAGE_CONFIG}: ccpUrl: must be an http or https URL\n`,
    exitCode: 78,
  })
})

test('a page for the agent workspace that nobody may frame is one line that says what to set, and exit code 78', async () => {
  const { ccpUrl: _, ...rest } = pageConfig
  const PAGE_DIRECTORY = await page({ ...rest, host: 'workspace' })
  const { stderr, exitCode } = await outcome(run({ ...emulator, PAGE_DIRECTORY }))
  expect(stderr).toMatch(/^FRAME_ANCESTORS must name the agent workspace[^\n]+\n$/)
  expect(exitCode).toBe(78)
})

test('a page that is not built is one line that says how to build it', async () => {
  expect(await outcome(run({ ...emulator, PAGE_DIRECTORY: '/nowhere' }))).toEqual({
    stderr: 'There is no page in /nowhere. Build it with: npm run build\n',
    exitCode: 78,
  })
})

test('a taken port is one line that says what to do', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  onTestFinished(() => void other.close())
  await once(other, 'listening')
  const address = other.address()
  const PORT = String(typeof address === 'object' ? address?.port : address)
  expect(await outcome(run({ ...emulator, PORT, PAGE_DIRECTORY: await page() }))).toEqual({
    stderr: `Port ${PORT} is taken. Set PORT to another.\n`,
    exitCode: 1,
  })
})

/** Where a server that has just started listens. */
async function urlOf(child: ReturnType<typeof run>): Promise<string> {
  const [line] = await once(child.stdout, 'data')
  return z.object({ event: z.literal('listening'), url: z.url() }).parse(JSON.parse(String(line))).url
}

test('SIGTERM ends the server in order', async () => {
  const child = run({ ...emulator, PAGE_DIRECTORY: await page() })
  expect(await urlOf(child)).toContain('http://127.0.0.1:')
  child.kill('SIGTERM')
  expect(await outcome(child)).toEqual({ stderr: '', exitCode: 0 })
})

test('SIGTERM under load cuts no answer off: all that was asked is answered, and then the server ends', async () => {
  const waiting: (() => void)[] = []
  const upstream = await startScriptedUpstream((response, request) => {
    waiting.push(() => answers({ cases: [], nextToken: null })(response, request))
  })
  const settings = { AWS_ENDPOINT_URL_CONNECTCASES: upstream.url, QUOTAS: 'off', PAGE_DIRECTORY: await page() }
  const child = run({ ...emulator, ...settings })
  const url = await urlOf(child)
  const asked = Array.from({ length: 40 }, (_, n) =>
    fetch(url + listPath, post({ contactArn: `${contactArn}-${n}` })).then((answer) => answer.json()),
  )
  await expect.poll(() => waiting.length, { timeout: 10_000 }).toBe(40)
  const logged = text(child.stdout)
  child.kill('SIGTERM')
  await expect.poll(() => fetch(`${url}/readyz`).catch(() => 'refused')).toBe('refused')
  for (const answer of waiting) answer()
  expect(await Promise.all(asked)).toEqual(Array(40).fill({ cases: [], nextToken: null, detailsToken: null }))
  expect(await outcome(child)).toEqual({ stderr: '', exitCode: 0 })
  expect((await logged).match(/"answered"/g)).toHaveLength(40)
})

test('with a collector the last traces and metrics are sent before the server ends', async () => {
  const received = new Map<string, string>()
  const collector = createServer(async (request, response) => {
    received.set(request.url ?? '', await text(request))
    response.end('{}')
  }).listen(0, '127.0.0.1')
  onTestFinished(() => void collector.close())
  await once(collector, 'listening')
  const address = collector.address()
  const OTEL_EXPORTER_OTLP_ENDPOINT = `http://127.0.0.1:${typeof address === 'object' ? address?.port : address}`
  const child = run({ ...emulator, OTEL_EXPORTER_OTLP_ENDPOINT, PAGE_DIRECTORY: await page() })
  await (await fetch(`${await urlOf(child)}/api/nothing`)).text()
  child.kill('SIGTERM')
  expect(await outcome(child)).toEqual({ stderr: '', exitCode: 0 })
  expect([...received.keys()].toSorted()).toEqual(['/v1/metrics', '/v1/traces'])
  expect(received.get('/v1/traces')).toContain('GET /api/*')
  expect(received.get('/v1/metrics')).toContain('http.server.request.duration')
  expect(received.get('/v1/traces')).toContain('connect-contact-cases')
})

test('a collector that is away neither keeps the server nor fails it', async () => {
  const child = run({
    ...emulator,
    OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:1',
    PAGE_DIRECTORY: await page(),
  })
  expect((await fetch(`${await urlOf(child)}/api/nothing`)).status).toBe(404)
  child.kill('SIGTERM')
  expect(await outcome(child)).toEqual({ stderr: '', exitCode: 0 })
})
