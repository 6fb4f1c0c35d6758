import type { Upstream } from '../cases-gateway.ts'
import { succeed } from '../result.ts'
import type { ConnectContact, ConnectGateway } from './connect-gateway.ts'
import type { UserIdOf } from './connect-users.ts'
import { createKeptVerdicts } from './kept-verdicts.ts'
import { verdictAsker } from './verdict-asker.ts'
import { type Agent, ownerOf } from './viewer.ts'

/** How a contact stands to an agent: theirs, at nobody yet, or none of theirs, which it is too when there is none. */
export type Standing = 'own' | 'not_yet' | 'not'

interface OwnershipDeps {
  readonly connect: Pick<ConnectGateway, 'contactsOf' | 'describeContact'>
  readonly userIdOf: UserIdOf
  readonly now: () => number
  readonly deadlineMs: number
}

const allowedMs = 60_000
const refusedMs = 2_000

// A contact that was missed, rejected or failed is at nobody: it rings at the next agent.
const withAgent: ReadonlySet<string> = new Set([
  'INCOMING',
  'PENDING',
  'CONNECTING',
  'CONNECTED',
  'CONNECTED_ONHOLD',
  'ENDED',
])

/** Tells whether a contact is an agent's; a verdict is kept for a minute, a refusal for two seconds. */
export function createOwnership({ connect, userIdOf, now, deadlineMs }: OwnershipDeps) {
  const kept = createKeptVerdicts<Standing>({
    now,
    keepMs: (standing) => (standing === 'own' ? allowedMs : refusedMs),
  })

  const learn = async (agent: Agent, contact: ConnectContact): Upstream<Standing> => {
    const { instanceId, contactId } = contact
    const userId = await userIdOf(agent, instanceId)
    if (!userId.ok) return userId
    if (userId.value === null) return succeed('not')
    const asker = verdictAsker({ now, deadlineMs })
    const present = orNothing(await connect.contactsOf({ instanceId, userId: userId.value }, asker))
    if (!present.ok) return present
    const isPresent = present.value?.some((one) => one.contactId === contactId && withAgent.has(one.state))
    if (isPresent) return succeed('own')
    const described = orNothing(await connect.describeContact(contact, asker))
    if (!described.ok) return described
    if (described.value === null) return succeed('not')
    const { agentId } = described.value
    if (agentId === null) return succeed('not_yet')
    return succeed(agentId === userId.value ? 'own' : 'not')
  }

  return (agent: Agent, contact: ConnectContact): Upstream<Standing> =>
    kept([...ownerOf(agent), contact.instanceId, contact.contactId], () => learn(agent, contact))
}

/** What the service does not know, or calls no id at all, is nothing. */
export function orNothing<Value>(answer: Awaited<Upstream<Value>>): Awaited<Upstream<Value | null>> {
  if (answer.ok) return answer
  const isUnknown = answer.problem.code === 'not_found' || answer.problem.code === 'invalid_request'
  return isUnknown ? succeed(null) : answer
}
