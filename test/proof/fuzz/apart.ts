import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { Tried } from './try-parser.ts'

interface Ask {
  readonly name: string
  readonly inputs: number
  readonly seed: number
}

/** Which takes longer than this for its inputs does not come back. */
const patienceMs = 15 * 60_000

/** Tries parsers in a process of their own: one that never comes back is ended, and the next has a new process. */
export function createApart() {
  let child: ChildProcess | null = null
  return {
    /** null: it did not come back. */
    async tryParser(ask: Ask): Promise<Tried | null> {
      child ??= startChild()
      const asked = child
      const patience = setTimeout(() => asked.kill('SIGKILL'), patienceMs)
      const waiting = new AbortController()
      const { signal } = waiting
      const answered = once(asked, 'message', { signal }).then(([tried]) => tried)
      const ended = once(asked, 'exit', { signal }).then(() => null)
      asked.send(ask)
      const tried = await Promise.race([answered, ended])
      waiting.abort()
      await Promise.allSettled([answered, ended])
      clearTimeout(patience)
      if (tried === null) child = null
      return tried
    },
    stop: () => child?.disconnect(),
  }
}

function startChild(): ChildProcess {
  return fork(fileURLToPath(new URL('parser-process.ts', import.meta.url)), { execArgv: ['--import', 'tsx'] })
}
