import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { z } from 'zod'

/** The built server in a process of its own. */
export interface Backend {
  readonly url: string
  readonly process: ChildProcess
  /** How often it has lost the store that it shares with others. */
  storeAway(): number
  stop(): Promise<void>
}

const listening = z.object({ event: z.literal('listening'), url: z.string() })

/** Starts `dist/server/main.js` with this environment, and nothing of ours but the path. */
export async function startBackend(
  env: Readonly<Record<string, string>>,
  nodeOptions: readonly string[] = [],
): Promise<Backend> {
  const child = spawn(process.execPath, [...nodeOptions, 'dist/server/main.js'], {
    env: { PATH: process.env['PATH'], PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  })
  if (child.stdout === null) throw new Error('no output to read the address from')
  const lines = createInterface(child.stdout)
  const [line] = await Promise.race([once(lines, 'line'), once(child, 'exit')])
  const { url } = listening.parse(JSON.parse(String(line)))
  let timesAway = 0
  if (env['STORE'] === undefined) {
    lines.close() // its log is read on and thrown away
    child.stdout.resume()
  }
  lines.on('line', (text) => {
    if (text.includes('"event":"store_away"')) timesAway += 1
  })
  return {
    url,
    process: child,
    storeAway: () => timesAway,
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return
      const exited = once(child, 'exit')
      child.kill('SIGTERM')
      await exited
    },
  }
}

// Linux counts a process's time in ticks of 10 ms (USER_HZ).
const tickMs = 10

/** Milliseconds of CPU time of a process so far, its threads included: fields 14 and 15 of /proc/PID/stat (proc(5)). */
export function cpuMsOf({ pid }: ChildProcess): number {
  // The name before them is in parentheses, and may hold anything.
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) * tickMs
}
