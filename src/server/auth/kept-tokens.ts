import { hash } from 'node:crypto'
import { decodeJwt } from 'jose'
import { LRUCache } from 'lru-cache'
import { type Result, succeed } from '../result.ts'
import type { TokenProblem } from './access-token.ts'
import type { Agent } from './viewer.ts'

type Verify = (token: string) => Promise<Result<Agent, TokenProblem>>

interface Kept {
  readonly agent: Agent
  /** In milliseconds since 1970. */
  readonly until: number
}

// Some thousands of agents, each with the token before this one.
const mostTokens = 10_000
const keepMs = 60_000

/** What was found out about tokens lately. */
export interface KeptTokens {
  /** Verifies a token once a minute, and never takes one from memory that expired. */
  keep(verify: Verify): Verify
  /** The issuer may have withdrawn keys: every token is verified again. */
  forget(): void
}

/**
 * An agent's page sends the same token with each request, and its signature costs more than the rest of an answer. What
 * is kept of a token is its hash; one that was refused is not kept.
 */
export function createKeptTokens(time: () => number): KeptTokens {
  const emptyMemory = () => new LRUCache<string, Kept>({ max: mostTokens })
  let memory = emptyMemory()
  return {
    keep: (verify) => async (token) => {
      // What was under way when the keys were read again, perhaps by those before, goes where nobody looks any more.
      const kept = memory
      const key = hash('sha256', token)
      const known = kept.get(key)
      if (known !== undefined && time() < known.until) return succeed(known.agent)
      const agent = await verify(token)
      if (!agent.ok) return agent
      const { exp = 0 } = decodeJwt(token)
      kept.set(key, { agent: agent.value, until: Math.min(exp * 1000, time() + keepMs) })
      return agent
    },
    forget() {
      memory = emptyMemory()
    },
  }
}
