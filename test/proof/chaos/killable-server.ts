import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'

/** A server in a process of its own, so that it can be killed as a machine that fails kills it. */
export interface KillableServer {
  readonly url: string
  kill(): Promise<void>
  /** Again at the same address, with these variables changed. */
  start(changes?: Record<string, string>): Promise<void>
}

export async function startKillableServer(env: Record<string, string>): Promise<KillableServer> {
  let settings: Record<string, string> = { ...env, PORT: '0' }
  let [child, url] = await startProcess(settings)
  settings = { ...settings, PORT: new URL(url).port }
  return {
    url,
    async kill() {
      if (child.exitCode !== null || child.signalCode !== null) return
      child.kill('SIGKILL')
      await once(child, 'exit')
    },
    async start(changes = {}) {
      settings = { ...settings, ...changes }
      ;[child, url] = await startProcess(settings)
    },
  }
}

async function startProcess(env: Record<string, string>): Promise<[ChildProcess, string]> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/server/main.ts'], {
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  for await (const line of createInterface(child.stdout)) {
    const url = /"listening".*"url":"([^"]+)"/.exec(line)?.[1]
    if (url === undefined) continue
    child.stdout.resume()
    return [child, url]
  }
  throw new Error('The server ended before it listened.')
}
