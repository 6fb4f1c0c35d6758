import { parseContactId } from '../../../../src/contact/contact-arn.ts'
import type { ContactPhase, DeskContact } from '../../../../src/contact/contact-source.ts'
import type { AgentDesk } from './agent-desk.ts'
import type { PlannedContact } from './shift-plan.ts'
import { arnOf, userIdOf } from './shift-world.ts'

/** How Amazon Connect has a contact, for the emulator. */
export interface ConnectContact {
  readonly contactId: string
  readonly agentUserId: string
  readonly initialContactId?: string
  readonly state: 'INCOMING' | 'CONNECTED' | 'MISSED' | 'ENDED' | null
}

/** Those who play, and what they can do. */
export interface Floor {
  /** Takes somebody who has no contact, or waits until there is one. */
  takeAgent(): Promise<AgentDesk>
  giveBack(agent: AgentDesk): void
  /** null: all of them look at something. */
  takeSupervisor(): AgentDesk | null
  giveBackSupervisor(supervisor: AgentDesk): void
  /** Amazon Connect knows it before the agent's desk does. */
  tellConnect(contact: ConnectContact): Promise<void>
  sleep(ms: number): Promise<void>
  onRefreshPressed(): void
}

const missedAfterMs = 15_000

/** A contact from its first ring to the end of its after-call work, with everyone who looks at it. */
export async function playContact(planned: PlannedContact, floor: Floor): Promise<void> {
  const { contactId, ringMs, isMissed, supervisedAfterMs } = planned
  const supervised = supervisedAfterMs === null ? null : supervise(contactId, supervisedAfterMs, floor)
  const first = await floor.takeAgent()
  if (isMissed) {
    await ring(first, contactId, null, floor, missedAfterMs)
    await leave(first, contactId, 'MISSED', floor)
  }
  const agent = isMissed ? await floor.takeAgent() : first
  await ring(agent, contactId, null, floor, ringMs)
  await talk(agent, planned, contactId, null, floor)
  await supervised
}

async function talk(
  agent: AgentDesk,
  planned: PlannedContact,
  contactId: string,
  initialContactId: string | null,
  floor: Floor,
): Promise<void> {
  const { talkMs, afterCallMs, loadsMoreAfterMs, refreshesAfterMs, transferredAs, ringMs } = planned
  const phase = (name: ContactPhase) => agent.set(contactOf(contactId, initialContactId, name))
  await floor.tellConnect({ contactId, agentUserId: userIdOf(agent.agent), state: 'CONNECTED' })
  phase('connected')
  const transferred =
    initialContactId === null && transferredAs !== null ? transfer(planned, transferredAs, floor) : null
  if (loadsMoreAfterMs !== null) void loadMore(agent, contactId, loadsMoreAfterMs, floor)
  if (refreshesAfterMs !== null) void pressRefresh(agent, refreshesAfterMs, floor)
  // Who hands a contact over stays until the other has taken it, and winds up with the contact's own id.
  await floor.sleep(transferred === null ? talkMs : talkMs / 2 + ringMs + 3_000)
  await floor.tellConnect({ contactId, agentUserId: userIdOf(agent.agent), state: 'ENDED' })
  phase('afterCallWork')
  await floor.sleep(afterCallMs)
  await leave(agent, contactId, null, floor)
  await transferred
}

/** A consult: the contact rings at a colleague under a new id, and goes on there. */
async function transfer(planned: PlannedContact, transferredAs: string, floor: Floor): Promise<void> {
  const { contactId, talkMs, ringMs } = planned
  await floor.sleep(talkMs / 2)
  const colleague = await floor.takeAgent()
  await ring(colleague, transferredAs, contactId, floor, ringMs)
  await talk(colleague, planned, transferredAs, contactId, floor)
}

async function ring(
  agent: AgentDesk,
  contactId: string,
  initialContactId: string | null,
  floor: Floor,
  ms: number,
): Promise<void> {
  const agentUserId = userIdOf(agent.agent)
  const initial = initialContactId === null ? {} : { initialContactId }
  await floor.tellConnect({ contactId, agentUserId, state: 'INCOMING', ...initial })
  agent.set(contactOf(contactId, initialContactId, 'connecting'))
  await floor.sleep(ms)
}

/** Off the desk; the agent is free for another. */
async function leave(agent: AgentDesk, contactId: string, state: ConnectContact['state'], floor: Floor): Promise<void> {
  await floor.tellConnect({ contactId, agentUserId: userIdOf(agent.agent), state })
  agent.set(null)
  floor.giveBack(agent)
}

async function supervise(contactId: string, afterMs: number, floor: Floor): Promise<void> {
  const supervisor = floor.takeSupervisor()
  if (supervisor === null) return
  await floor.sleep(afterMs)
  supervisor.set(contactOf(contactId, null, 'connected'))
  await floor.sleep(10_000)
  supervisor.set(null)
  floor.giveBackSupervisor(supervisor)
}

/** Presses "load more" every three seconds while there is more of this contact. */
async function loadMore(agent: AgentDesk, contactId: string, afterMs: number, floor: Floor): Promise<void> {
  await floor.sleep(afterMs)
  while (agent.shows(contactId) && agent.hasMore()) {
    agent.press()
    await floor.sleep(3_000)
  }
}

async function pressRefresh(agent: AgentDesk, afterMs: number, floor: Floor): Promise<void> {
  await floor.sleep(afterMs)
  floor.onRefreshPressed()
  agent.refresh()
}

function contactOf(text: string, initialContactId: string | null, phase: ContactPhase): DeskContact {
  const contactId = parseContactId(text)
  if (contactId === null) throw new Error(`not a contact id: ${text}`)
  return {
    contactId,
    contactArn: arnOf(text),
    initialContactArn: initialContactId === null ? null : arnOf(initialContactId),
    channel: 'voice',
    queueName: null,
    phase,
    phaseSince: null,
  }
}
