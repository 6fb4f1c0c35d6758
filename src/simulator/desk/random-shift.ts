import { isCall } from './agent-state.ts'
import { createRandom, pickWeighted } from './random.ts'
import type { ScriptStep, Values } from './script.ts'
import { type LiveContact, type Move, movesWith, windUp } from './shift-moves.ts'

/** How a shift stands while it is made up. */
interface Plan {
  readonly contacts: readonly LiveContact[]
  /** How many contacts there have been: their names are c1, c2, … */
  readonly rung: number
}

/** A believable shift of about this many events, the same for the same seed; the desk is empty at its end. */
export function randomShift(seed: number, events: number): ScriptStep[] {
  const random = createRandom(seed)
  const script: ScriptStep[] = []
  let plan: Plan = { contacts: [], rung: 0 }
  for (let event = 0; event < events; event++) {
    const move = pickWeighted(movesOf(plan), random())
    script.push(...move.steps)
    plan = planAfter(plan, move)
  }
  const departure = pickWeighted(departures, random()).steps
  return [...script, ...plan.contacts.flatMap(windUp), ...departure, { waitUntil: { contacts: 0 } }]
}

function movesOf({ contacts, rung }: Plan): Move[] {
  const next = `c${rung + 1}`
  const own = contacts.flatMap((contact) => movesWith(contact, next))
  return [
    ...own,
    ...ringing(contacts, next),
    ...views(contacts),
    ...(contacts.length === 0 ? departures : busy),
    ...(contacts.some(isCall) ? [] : breaks),
  ]
}

function planAfter({ contacts, rung }: Plan, { before, after }: Move): Plan {
  const known = new Set(contacts.map(({ name }) => name))
  return {
    contacts: [...contacts.filter(({ name }) => name !== before), ...after],
    rung: rung + after.filter(({ name }) => !known.has(name)).length,
  }
}

/** One call at a time, and up to four contacts in all. */
function ringing(contacts: readonly LiveContact[], as: string): Move[] {
  if (contacts.length >= 4) return []
  const onCall = contacts.some(isCall)
  const ring = (weight: number, contact: Omit<Values['ring'], 'as'>): Move => ({
    weight,
    steps: [{ ring: { ...contact, as } }],
    before: null,
    after: [{ name: as, channel: contact.channel, stage: 'ringing' }],
  })
  const calls = [
    ring(2, { channel: 'voice', ringsAs: 'connecting', queueName: 'Sales' }),
    ring(1, { channel: 'voice' }),
    ring(1, { channel: 'queue_callback', queueName: 'Callbacks' }),
  ]
  return [
    ...(onCall ? [] : calls),
    ring(2, { channel: 'chat', queueName: 'Billing' }),
    ring(1, { channel: 'chat', initialContactId: `first-of-${as}` }),
    ring(1, { channel: 'task' }),
    ring(1, { channel: 'email' }),
  ]
}

function views(contacts: readonly LiveContact[]): Move[] {
  const look = (name: string | null): Move => ({ weight: 0.3, steps: [{ view: name }], before: null, after: [] })
  return contacts.length === 0 ? [] : [...contacts.map(({ name }) => look(name)), look(null)]
}

function aside(weight: number, ...steps: ScriptStep[]): Move {
  return { weight, steps, before: null, after: [] }
}

const busy: readonly Move[] = [
  aside(0.3, { enqueueAgentState: 'Lunch' }),
  aside(0.3, { enqueueAgentState: 'Break' }, { setAgentState: 'Available' }),
  aside(0.3, { session: 'stopAnswering' }, { session: 'answer' }),
]

/** A call would cover the state. */
const breaks: readonly Move[] = ['Break', 'Lunch', 'Training', 'Offline'].map((name) =>
  aside(0.2, { setAgentState: name }, { waitUntil: { agentState: name } }, { setAgentState: 'Available' }),
)

/**
 * Ways to leave the softphone, each time to come back: the agent's own, and those of a service in trouble.
 * Leaving takes contacts from the desk, so it happens between two.
 */
const departures: readonly Move[] = [
  aside(
    0.3,
    { setAgentState: 'Offline' },
    { session: 'signOut' },
    { waitUntil: { access: 'signedOut' } },
    { signIn: 'ben' },
    { signIn: 'ada' },
  ),
  ...(['expire', 'deny', 'exhaustCti', 'exhaustAuthorize'] as const).map((session) =>
    aside(0.2, { session }, { signIn: 'ada' }),
  ),
]
