import type { Upstream } from '../cases-gateway.ts'
import type { Failure } from '../failure.ts'
import { fail, type Result, succeed } from '../result.ts'
import { accessFailure, contactNotYours, notAllowed } from './access-failure.ts'
import type { ConnectGateway } from './connect-gateway.ts'
import { type ContactParts, contactParts } from './contact-parts.ts'
import { createKeptVerdicts } from './kept-verdicts.ts'
import { orNothing, type Standing } from './ownership.ts'
import { verdictAsker } from './verdict-asker.ts'
import type { Agent, Viewer } from './viewer.ts'

/** Whose cases are asked for: a contact's, or those of the first contact of a transferred one. */
export interface ContactQuestion {
  readonly domainId: string
  readonly contactArn: string
  /** The agent's own contact, which was transferred from that one; null: the contact itself is the agent's. */
  readonly throughContactArn: string | null
}

/** Why somebody may look: for the audit. */
export type Ground = 'own' | 'transferred' | 'supervisor' | 'no_sign_in'

/** Decides who may see what. */
export interface CaseAccess {
  /** Whether what a domain's cases have in common, such as its templates, may be read. */
  toDomain(viewer: Viewer, domainId: string): Result<null, Failure>
  toContact(viewer: Viewer, question: ContactQuestion): Promise<Result<Ground, Failure>>
}

/** For a server that only this machine can reach. */
export const openAccess: CaseAccess = {
  toDomain: () => succeed(null),
  toContact: async () => succeed('no_sign_in'),
}

interface CaseAccessDeps {
  readonly instances: ReadonlyMap<string, string>
  readonly standingOf: (agent: Agent, contact: ContactParts) => Upstream<Standing>
  readonly connect: Pick<ConnectGateway, 'describeContact'>
  readonly now: () => number
  readonly deadlineMs: number
}

// Which contact another was transferred from does not change; that there is none yet may.
const transferredMs = 60_000
const notTransferredMs = 2_000

/** First the instances and domains there are, then whether the contact is the agent's. */
export function createCaseAccess({ instances, standingOf, connect, now, deadlineMs }: CaseAccessDeps): CaseAccess {
  const domains = new Set(instances.values())
  const kept = createKeptVerdicts<{ readonly contactId: string | null }>({
    now,
    keepMs: ({ contactId }) => (contactId === null ? notTransferredMs : transferredMs),
  })
  const initialContactOf = (contact: ContactParts) =>
    kept([contact.instanceId, contact.contactId], async () => {
      const described = orNothing(await connect.describeContact(contact, verdictAsker({ now, deadlineMs })))
      return described.ok ? succeed({ contactId: described.value?.initialContactId ?? null }) : described
    })

  const own = async (agent: Agent, contact: ContactParts, ground: Ground): Promise<Result<Ground, Failure>> => {
    const standing = await standingOf(agent, contact)
    if (!standing.ok) return fail(accessFailure(standing.problem))
    if (standing.value === 'own') return succeed(ground)
    return fail(standing.value === 'not_yet' ? contactNotYours : notAllowed('another agent’s contact, or none'))
  }

  return {
    toDomain(viewer, domainId) {
      if (viewer.kind === 'anyone') return fail(notAllowed('nobody signed in'))
      return domains.has(domainId) ? succeed(null) : fail(notAllowed('a domain that INSTANCES does not name'))
    },

    async toContact(viewer, { domainId, contactArn, throughContactArn }) {
      if (viewer.kind === 'anyone') return fail(notAllowed('nobody signed in'))
      const contact = contactParts(contactArn)
      if (instances.get(contact.instanceArn) !== domainId) {
        return fail(notAllowed('an instance, or its domain, that INSTANCES does not name'))
      }
      if (viewer.isSupervisor) return succeed('supervisor')
      if (throughContactArn === null) return own(viewer, contact, 'own')

      const current = contactParts(throughContactArn)
      if (current.instanceArn !== contact.instanceArn) return fail(notAllowed('a contact of another instance'))
      const currentIsOwn = await own(viewer, current, 'transferred')
      if (!currentIsOwn.ok) return currentIsOwn
      const initial = await initialContactOf(current)
      if (!initial.ok) return fail(accessFailure(initial.problem))
      const isInitial = initial.value.contactId === contact.contactId
      return isInitial ? currentIsOwn : fail(notAllowed('not the initial contact of that one'))
    },
  }
}
