import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { delimiter, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/** Path of a redis-server, or a valkey-server, on this machine: `REDIS_SERVER_PATH`, or one on the PATH; null: none. */
export function findRedisServer(): string | null {
  const named = process.env['REDIS_SERVER_PATH']
  if (named) return existsSync(named) ? named : null
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  const paths = ['redis-server', 'valkey-server'].flatMap((name) => folders.map((folder) => join(folder, name)))
  return paths.find((path) => existsSync(path)) ?? null
}

/** A redis-server of the test's own, on a free port, that keeps nothing on disk. */
export async function startRedis() {
  const port = await freePort()
  let running = await launch(port)
  return {
    url: `redis://127.0.0.1:${port}`,
    /** As a power cut does it: everything in it is lost. */
    async kill() {
      running.kill('SIGKILL')
      await once(running, 'exit')
    },
    /** Again, on the same port. */
    async restart() {
      running = await launch(port)
    },
    /** It stays connected and answers nothing, until it goes on. */
    hang: () => void running.kill('SIGSTOP'),
    goOn: () => void running.kill('SIGCONT'),
    async close() {
      if (running.exitCode !== null || running.signalCode !== null) return
      running.kill('SIGKILL')
      await once(running, 'exit')
    },
  }
}

async function launch(port: number): Promise<ChildProcess> {
  const path = findRedisServer()
  if (path === null) throw new Error('there is no redis-server: npm test installs one')
  const settings = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no']
  const server = spawn(path, settings, { stdio: 'ignore' })
  while (!(await answers(port))) {
    if (server.exitCode !== null) throw new Error(`redis-server ended with ${server.exitCode}`)
    await sleep(20)
  }
  return server
}

async function answers(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1')
  try {
    await once(socket, 'connect')
    socket.write('PING\r\n')
    const [reply] = await once(socket, 'data')
    return String(reply).startsWith('+PONG')
  } catch {
    return false
  } finally {
    socket.destroy()
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  return typeof address === 'object' && address !== null ? address.port : 0
}
