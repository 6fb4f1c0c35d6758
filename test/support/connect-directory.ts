import type { ConnectGateway } from '../../src/server/auth/connect-gateway.ts'
import type { Upstream } from '../../src/server/cases-gateway.ts'
import { fail, succeed } from '../../src/server/result.ts'
import type { UpstreamCode } from '../../src/server/upstream-problem.ts'

/** A contact as the tests write it: whose it is and how it is there. */
export interface KnownContact {
  /** Who accepted it. */
  agentId?: string
  initialContactId?: string
  /** Where it is on a desk now, and how. */
  at?: { userId: string; state: string }
}

/** Amazon Connect with these users and contacts, each of which may be changed; every question is noted. */
export function createTestConnect(contacts: Record<string, KnownContact> = {}) {
  const users = [
    { userId: 'user-ann', username: 'ann' },
    { userId: 'user-bob', username: 'bob' },
  ]
  const state = {
    contacts,
    users,
    asked: [] as string[],
    failure: null as UpstreamCode | null,
    /** What a whole question is refused for that is about one of these, too. */
    spoilers: {} as Record<string, UpstreamCode>,
  }

  const answer = async <Value>(operation: string, about: readonly string[], value: () => Value): Upstream<Value> => {
    state.asked.push(`${operation} ${about.join(' ')}`)
    const [failure = state.failure] = about.flatMap((one) => state.spoilers[one] ?? [])
    return failure === null ? succeed(value()) : problem(failure)
  }
  const gateway: ConnectGateway = {
    contactsOf({ about }) {
      const userIds = about()
      return answer('contactsOf', userIds, () =>
        Object.entries(state.contacts).flatMap(([contactId, { at }]) =>
          at && userIds.includes(at.userId) ? [{ userId: at.userId, contactId, state: at.state }] : [],
        ),
      )
    },
    async describeContact({ contactId }) {
      const contact = state.contacts[contactId]
      const { agentId = null, initialContactId = null } = contact ?? {}
      const described = await answer('describeContact', [contactId], () => ({ agentId, initialContactId }))
      return contact === undefined && described.ok ? problem('not_found') : described
    },
    findUsers({ about }) {
      const names = about().map((name) => name.toLowerCase())
      return answer('findUsers', about(), () =>
        state.users.filter(({ username }) => names.includes(username.toLowerCase())),
      )
    },
  }
  return Object.assign(state, { gateway })
}

function problem(code: UpstreamCode) {
  return fail({ code, reason: `it is ${code}`, passing: false } as const)
}
