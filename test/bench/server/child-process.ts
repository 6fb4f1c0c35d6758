import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { z } from 'zod'

/** A process of ours that answers one message at a time. */
export interface Child {
  readonly process: ChildProcess
  /** Sends a word and resolves with the answer. */
  ask<Answer>(word: string, schema: z.ZodType<Answer>): Promise<Answer>
  stop(): Promise<void>
}

/** Starts a TypeScript file of this folder, and resolves with it and its first message. */
export async function startChild<Answer>(
  file: string,
  args: readonly string[],
  schema: z.ZodType<Answer>,
  execArgv: readonly string[] = [],
) {
  const path = fileURLToPath(new URL(file, import.meta.url))
  const child = fork(path, args, { execArgv: ['--import', 'tsx', ...execArgv] })
  const started = schema.parse((await once(child, 'message'))[0])
  return { ...childOf(child), started }
}

/** What a forked process is to us. */
export function childOf(process: ChildProcess): Child {
  return {
    process,
    async ask(word, schema) {
      const answered = once(process, 'message')
      process.send(word)
      return schema.parse((await answered)[0])
    },
    async stop() {
      if (process.exitCode !== null || process.signalCode !== null) return
      const exited = once(process, 'exit')
      process.kill()
      await exited
    },
  }
}
