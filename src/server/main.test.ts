import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test, vi } from 'vitest'
import { createBuiltPage, pageConfig } from '../../test/support/built-page.ts'

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

test('SIGTERM ends the server in order', async () => {
  const child = run({ ...emulator, PAGE_DIRECTORY: await page() })
  const [line] = await once(child.stdout, 'data')
  expect(JSON.parse(String(line))).toMatchObject({
    event: 'listening',
    url: expect.stringContaining('http://127.0.0.1:'),
  })
  child.kill('SIGTERM')
  expect(await outcome(child)).toEqual({ stderr: '', exitCode: 0 })
})
