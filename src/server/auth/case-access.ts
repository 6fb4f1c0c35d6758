import { z } from 'zod'
import type { Asker } from '../asker.ts'
import type { Failure } from '../failure.ts'
import { fail, type Result, succeed } from '../result.ts'
import { accessFailure, contactNotYours, notAllowed } from './access-failure.ts'
import type { ConnectGateway } from './connect-gateway.ts'
import { type ContactParts, contactParts } from './contact-parts.ts'
import type { Ground } from './ground.ts'
import { createKeptVerdicts, type VerdictDeps } from './kept-verdicts.ts'
import { type Ownership, orNothing } from './ownership.ts'
import type { Agent, Viewer } from './viewer.ts'

/** Whose cases are asked for: a contact's, or those of the first contact of a transferred one. */
export interface ContactQuestion {
  readonly domainId: string
  readonly contactArn: string
  /** The agent's own contact, which was transferred from that one; null: the contact itself is the agent's. */
  readonly throughContactArn: string | null
}

/** Decides who may see what. */
export interface CaseAccess {
  /** Whether what a domain's cases have in common, such as its templates, may be read. */
  toDomain(viewer: Viewer, domainId: string): Result<null, Failure>
  toContact(viewer: Viewer, question: ContactQuestion, asker: Asker): Promise<Result<Ground, Failure>>
  /** The service knew nothing of this contact: what was kept of it is asked anew. */
  contradicted(viewer: Viewer, question: ContactQuestion): void
}

/** For a server that only this machine can reach. */
export const openAccess: CaseAccess = {
  toDomain: () => succeed(null),
  toContact: async () => succeed('no_sign_in'),
  contradicted: () => undefined,
}

interface CaseAccessDeps extends VerdictDeps {
  readonly instances: ReadonlyMap<string, string>
  readonly ownership: Ownership
  readonly connect: Pick<ConnectGateway, 'describeContact'>
}

// Which contact another was transferred from does not change; that there is none yet may. Whose the other is, is asked
// of Ownership each time: nobody sees the first contact for longer than the one they see it through.
const transferredMs = 60_000
const notTransferredMs = 2_000

/** First the instances and domains there are, then whether the contact is the agent's. */
export function createCaseAccess({ instances, ownership, connect, ...deps }: CaseAccessDeps): CaseAccess {
  const domains = new Set(instances.values())
  const kept = createKeptVerdicts<{ readonly contactId: string | null }>({
    ...deps,
    question: 'initial_contact',
    form: z.object({ contactId: z.string().nullable() }),
    keepMs: ({ contactId }) => (contactId === null ? notTransferredMs : transferredMs),
  })
  const initialContactOf = (agent: Agent, contact: ContactParts, asker: Asker) =>
    kept.of([contact.instanceId, contact.contactId], asker, async (all) => {
      const described = orNothing(await connect.describeContact(contact, all))
      if (!described.ok) return described
      if (described.value === null) ownership.drop(agent, contact)
      return succeed({ contactId: described.value?.initialContactId ?? null })
    })

  const own = async (agent: Agent, contact: ContactParts, asker: Asker): Promise<Result<null, Failure>> => {
    const standing = await ownership.standingOf(agent, contact, asker)
    if (!standing.ok) return fail(accessFailure(standing.problem))
    if (standing.value === 'own' || standing.value === 'rings') return succeed(null)
    return fail(standing.value === 'not_yet' ? contactNotYours : notAllowed('another agent’s contact, or none'))
  }

  return {
    toDomain(viewer, domainId) {
      if (viewer.kind === 'anyone') return fail(notAllowed('nobody signed in'))
      return domains.has(domainId) ? succeed(null) : fail(notAllowed('a domain that INSTANCES does not name'))
    },

    async toContact(viewer, { domainId, contactArn, throughContactArn }, asker) {
      if (viewer.kind === 'anyone') return fail(notAllowed('nobody signed in'))
      const contact = contactParts(contactArn)
      if (instances.get(contact.instanceArn) !== domainId) {
        return fail(notAllowed('an instance, or its domain, that INSTANCES does not name'))
      }
      // By the token itself, each time: who left the group is no supervisor from the next token on.
      if (viewer.isSupervisor) return succeed('supervisor')
      if (throughContactArn === null) {
        const isOwn = await own(viewer, contact, asker)
        return isOwn.ok ? succeed('own') : isOwn
      }

      const current = contactParts(throughContactArn)
      if (current.instanceArn !== contact.instanceArn) return fail(notAllowed('a contact of another instance'))
      const currentIsOwn = await own(viewer, current, asker)
      if (!currentIsOwn.ok) return currentIsOwn
      const initial = await initialContactOf(viewer, current, asker)
      if (!initial.ok) return fail(accessFailure(initial.problem))
      const isInitial = initial.value.contactId === contact.contactId
      return isInitial ? succeed('transferred') : fail(notAllowed('not the initial contact of that one'))
    },

    contradicted(viewer, { contactArn, throughContactArn }) {
      if (viewer.kind === 'agent') ownership.drop(viewer, contactParts(throughContactArn ?? contactArn))
    },
  }
}
