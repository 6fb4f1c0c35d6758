import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { execForm, parseDockerfile, type Stage, valuesOf } from '../support/dockerfile.ts'
import { createImageTree } from '../support/image-tree.ts'

const [stage] = parseDockerfile(readFileSync('deploy/Dockerfile', 'utf8')).slice(-1) as [Stage] // as its own test says

const listening = z.object({ event: z.literal('listening'), url: z.url() })
const started: ChildProcess[] = []
let tree: Awaited<ReturnType<typeof createImageTree>>
let url: string

beforeAll(async () => {
  tree = await createImageTree(stage)
  const server = run(valuesOf(stage, 'CMD')[0])
  if (server.stdout === null) throw new Error('The server’s log is not read.')
  for await (const line of createInterface(server.stdout)) {
    const entry = listening.safeParse(JSON.parse(line))
    if (entry.success) {
      url = entry.data.url
      break
    }
  }
}, 180_000)
afterAll(async () => {
  for (const each of started) each.kill('SIGKILL')
  await tree.remove()
})

/** Runs a command of the image in its tree, as a user who may write nothing there, and not as root. */
function run(instruction = '', environment: Readonly<Record<string, string>> = {}): ChildProcess {
  const [program = '', ...args] = execForm(instruction) ?? []
  const given = Object.fromEntries(valuesOf(stage, 'ENV').map((value) => value.split('=')))
  const child = spawn(program, args, {
    cwd: tree.workDirectory,
    env: {
      ...given,
      PATH: `${dirname(process.execPath)}:${process.env['PATH']}`,
      AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
      // Nobody signs in here, and so only this machine is served.
      AWS_ENDPOINT_URL_CONNECTCASES: 'http://127.0.0.1:1',
      HOST: '127.0.0.1',
      PORT: '0',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
    ...(process.getuid?.() === 0 && { uid: 1000, gid: 1000 }), // "node" in the image
  })
  started.push(child)
  return child
}

test('the image’s command serves the page and /livez from a tree that nobody may write, with the packages of production', async () => {
  expect((await fetch(`${url}/livez`)).status).toBe(200)
  expect(await (await fetch(url)).text()).toContain('<!doctype html>')
})

test('the health check of the image finds it alive, and finds nobody where nobody listens', async () => {
  const [check] = valuesOf(stage, 'HEALTHCHECK')
  expect(await once(run(check, { PORT: new URL(url).port }), 'exit')).toEqual([0, null])
  expect(await once(run(check, { PORT: '1' }), 'exit')).toEqual([1, null])
})

test('the signal of the image ends it, with nothing left undone', async () => {
  const [signal] = valuesOf(stage, 'STOPSIGNAL') as [NodeJS.Signals] // as its own test says
  const [server] = started as [ChildProcess] // the first that was started
  server.kill(signal)
  expect(await once(server, 'exit')).toEqual([0, null])
})
