import { createHash } from 'node:crypto'
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
// A key that the issuer withdraws is good for so much longer.
const keepMs = 60_000

/**
 * Verifies a token once a minute, and never after it expired: an agent's page sends the same one with each request, and
 * its signature costs more than the rest of an answer. What is kept of a token is its hash; what was refused is not kept.
 */
export function keepTokens(verify: Verify, time: () => number): Verify {
  const kept = new LRUCache<string, Kept>({ max: mostTokens })
  return async (token) => {
    const key = createHash('sha256').update(token).digest('base64')
    const known = kept.get(key)
    if (known !== undefined && time() < known.until) return succeed(known.agent)
    const agent = await verify(token)
    const { exp = 0 } = agent.ok ? decodeJwt(token) : {}
    if (agent.ok) kept.set(key, { agent: agent.value, until: Math.min(exp * 1000, time() + keepMs) })
    return agent
  }
}
