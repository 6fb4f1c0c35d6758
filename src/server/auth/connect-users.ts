import { z } from 'zod'
import type { Asker } from '../asker.ts'
import type { Upstream } from '../cases-gateway.ts'
import { succeed } from '../result.ts'
import { askTogether } from './ask-together.ts'
import type { AuthSettings } from './auth-settings.ts'
import type { ConnectGateway } from './connect-gateway.ts'
import { createKeptVerdicts, type VerdictDeps } from './kept-verdicts.ts'
import type { Agent } from './viewer.ts'

interface ConnectUsersDeps extends VerdictDeps {
  readonly connect: Pick<ConnectGateway, 'findUsers'>
  readonly agentClaimIs: AuthSettings['agentClaimIs']
}

// A user who is renamed, or whose name another takes, is somebody else within ten minutes.
const knownMs = 600_000
const unknownMs = 2_000

// How many conditions a search takes is undocumented: what it refuses is asked again in halves.
const mostNames = 25

/** The id of an agent's user in an instance; null where the instance has no such user. */
export type UserIdOf = (agent: Agent, instanceId: string, asker: Asker) => Upstream<string | null>

/**
 * Finds the user of an agent. Issuers seldom know the ids of Amazon Connect; the username they often do, since with
 * SAML the user is found by it ("Configure SAML with IAM for Amazon Connect", RoleSessionName).
 */
export function createConnectUsers({ connect, agentClaimIs, ...deps }: ConnectUsersDeps): UserIdOf {
  if (agentClaimIs === 'userId') return async ({ user }) => succeed(user)
  const kept = createKeptVerdicts<{ readonly userId: string | null }>({
    ...deps,
    question: 'user',
    form: z.object({ userId: z.string().nullable() }),
    keepMs: ({ userId }) => (userId === null ? unknownMs : knownMs),
  })
  const findUsers = askTogether({ most: mostNames, ask: connect.findUsers, spoiledBy: ['invalid_request'] })
  return async ({ user: username }, instanceId, asker) => {
    const found = await kept.of([instanceId, username], asker, async (all) => {
      const users = await findUsers(instanceId, username, all)
      if (!users.ok) return users
      // Letter for letter: the search may be more generous, and then another person's name would do.
      const [one, ...others] = users.value.filter((user) => user.username === username)
      return succeed({ userId: others.length === 0 ? (one?.userId ?? null) : null })
    })
    return found.ok ? succeed(found.value.userId) : found
  }
}
