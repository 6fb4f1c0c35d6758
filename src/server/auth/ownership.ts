import { z } from 'zod'
import type { Asker } from '../asker.ts'
import type { Upstream } from '../cases-gateway.ts'
import { purposeOf } from '../quota/urgency.ts'
import { succeed } from '../result.ts'
import { askTogether } from './ask-together.ts'
import type { ConnectContact, ConnectGateway } from './connect-gateway.ts'
import type { UserIdOf } from './connect-users.ts'
import { createKeptVerdicts, type VerdictDeps } from './kept-verdicts.ts'
import { type Agent, ownerOf } from './viewer.ts'

/**
 * How a contact stands to an agent: accepted by them, only ringing, at nobody yet, or none of theirs, which it is too
 * where there is no such contact. The best first.
 */
const standings = ['own', 'rings', 'not_yet', 'not'] as const
export type Standing = (typeof standings)[number]

/** Knows how contacts stand to agents. */
export interface Ownership {
  standingOf(agent: Agent, contact: ConnectContact, asker: Asker): Upstream<Standing>
  /** The service contradicts what is kept of this contact. */
  drop(agent: Agent, contact: ConnectContact): void
}

interface OwnershipDeps extends VerdictDeps {
  readonly connect: Pick<ConnectGateway, 'contactsOf' | 'describeContact'>
  readonly userIdOf: UserIdOf
}

/**
 * What bounds a verdict that is no longer true. Who accepted a contact never changes, and a transfer makes a new
 * contact, so `own` only ends with the agent's right to sign in, which the token's own end bounds. A contact that rings
 * goes to the next agent when nobody accepts it: for so long the first one may still read what they were shown. A user
 * who gets another name in the token is asked about anew, for the name is part of the key.
 */
const keptMs: Readonly<Record<Standing, number>> = { own: 60_000, rings: 20_000, not_yet: 2_000, not: 2_000 }

// A contact that was missed, rejected or failed is at nobody: it rings at the next agent.
const standingIn: ReadonlyMap<string, Standing> = new Map([
  ['INCOMING', 'rings'],
  ['PENDING', 'rings'],
  ['CONNECTING', 'rings'],
  ['CONNECTED', 'own'],
  ['CONNECTED_ONHOLD', 'own'],
  ['ENDED', 'own'],
])

// "UserDataFilters" of the API reference.
const mostAgents = 100

/** Tells how a contact stands to an agent. The service says it in two places, either of which may suffice. */
export function createOwnership({ connect, userIdOf, ...deps }: OwnershipDeps): Ownership {
  const kept = createKeptVerdicts<Standing>({
    ...deps,
    question: 'verdict',
    form: z.enum(standings),
    keepMs: (standing) => keptMs[standing],
  })
  const contactsOf = askTogether({
    most: mostAgents,
    ask: connect.contactsOf,
    spoiledBy: ['not_found', 'invalid_request'], // a user who was deleted since
  })

  const onTheDesk = async ({ instanceId, contactId }: ConnectContact, userId: string, asker: Asker) => {
    const present = await contactsOf(instanceId, userId, asker)
    if (!present.ok) return present
    const contact = present.value.find((one) => one.userId === userId && one.contactId === contactId)
    return succeed((contact && standingIn.get(contact.state)) ?? 'not')
  }

  const asAccepted = async (contact: ConnectContact, userId: string, asker: Asker): Upstream<Standing> => {
    const described = orNothing(await connect.describeContact(contact, asker))
    if (!described.ok) return described
    if (described.value === null) return succeed('not')
    const { agentId } = described.value
    if (agentId === null) return succeed('not_yet')
    return succeed(agentId === userId ? 'own' : 'not')
  }

  const learn = async (agent: Agent, contact: ConnectContact, asker: Asker): Upstream<Standing> => {
    const userId = await userIdOf(agent, contact.instanceId, asker)
    if (!userId.ok) return userId
    if (userId.value === null) return succeed('not')
    // A contact that does not ring was mostly accepted, and DescribeContact, of which there are ten a second, says so
    // alone. The two calls of GetCurrentUserData a second are left to those that ring, of which each takes many.
    const isRinging = purposeOf(asker.urgency) === 'ringing'
    const [first, second] = isRinging ? [onTheDesk, asAccepted] : [asAccepted, onTheDesk]
    const one = await first(contact, userId.value, asker)
    if (!one.ok || one.value === 'own' || one.value === 'rings') return one
    const other = await second(contact, userId.value, asker)
    return other.ok ? succeed(better(one.value, other.value)) : other
  }

  const keyOf = (agent: Agent, { instanceId, contactId }: ConnectContact) => {
    return [...ownerOf(agent), agent.user, instanceId, contactId]
  }
  return {
    standingOf: (agent, contact, asker) => kept.of(keyOf(agent, contact), asker, (all) => learn(agent, contact, all)),
    drop: (agent, contact) => kept.drop(keyOf(agent, contact)),
  }
}

function better(one: Standing, other: Standing): Standing {
  return standings.indexOf(one) < standings.indexOf(other) ? one : other
}

/** What the service does not know, or calls no id at all, is nothing. */
export function orNothing<Value>(answer: Awaited<Upstream<Value>>): Awaited<Upstream<Value | null>> {
  if (answer.ok) return answer
  const isUnknown = answer.problem.code === 'not_found' || answer.problem.code === 'invalid_request'
  return isUnknown ? succeed(null) : answer
}
