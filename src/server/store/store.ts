import type { Result } from '../result.ts'

/** A number, a text, nothing, or several of them: what a script of the store can say. */
export type Reply = number | string | null | readonly Reply[]

/** What all instances share. `away`: no answer in `commandMs`, or a refusal; what was asked may be done all the same. */
export interface Store {
  /** Runs a Lua script, in which nothing comes between. Keys are those of this account and Region only. */
  run(script: string, keys: readonly string[], args?: readonly string[]): Promise<Result<Reply, 'away'>>
  /** Why it was away last, in a word of its own or of the system's: `WRONGPASS`, `ECONNREFUSED`, `TIMEOUT`. */
  whyAway(): string
  close(): void
}

/** How long an instance waits for the store. */
export const commandMs = 200
