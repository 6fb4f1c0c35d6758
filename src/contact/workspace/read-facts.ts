import * as z from 'zod/mini'
import { channelOf } from '../channel-of.ts'
import { type AgentArn, type ContactId, contactArnOf, parseAgentArn } from '../contact-arn.ts'
import type { DeskContact, DeskProblem } from '../contact-source.ts'
import { initialContactArnOf } from '../initial-contact.ts'
import type { AppContext, Permission } from './app-context.ts'
import type { Answer, Ask } from './ask.ts'
import type { WorkspaceClients } from './workspace-sdk.ts'

export type Facts =
  | { readonly ok: true; readonly agentArn: AgentArn; readonly contact: DeskContact | null }
  | { readonly ok: false; readonly problem: DeskProblem }

interface Asking {
  readonly clients: WorkspaceClients
  readonly ask: Ask
  readonly now: () => number
}

// Nice to have, so nobody waits for them: the queue's name, and how long the contact has been as it is.
const niceWithinMs = 1000

/** Asks who the agent is, and about the contact that the app is open for; all at once. */
export async function readFacts({ contactId, may }: AppContext, asking: Asking): Promise<Facts> {
  const missing = needed.find((permission) => !may(permission))
  if (missing !== undefined) return failed(missingPermission(missing))
  const { clients, ask } = asking
  const [agent, aboutContact] = await Promise.all([
    ask(() => clients.agent.getARN()),
    contactId === null ? null : askAbout(contactId, asking),
  ])
  if (agent.status !== 'answered') return failed(problemOf(agent, 'User.Details.View'))
  const agentArn = parseAgentArn(String(agent.value))
  if (agentArn === null) {
    return failed({ code: 'unsupported_host', detail: `The agent's ARN is not one: ${String(agent.value)}` })
  }
  if (aboutContact === null || contactId === null) return { ok: true, agentArn, contact: null }
  return toContact(agentArn, contactId, aboutContact)
}

const needed = ['User.Details.View', 'Contact.Details.View'] as const satisfies readonly Permission[]

type AboutContact = Awaited<ReturnType<typeof askAbout>>

async function askAbout(contactId: ContactId, { clients: { contact }, ask, now }: Asking) {
  const [initial, channel, queue, inState] = await Promise.all([
    ask(() => contact.getInitialContactId(contactId)),
    ask(() => contact.getChannelType(contactId)),
    ask(() => contact.getQueue(contactId), niceWithinMs),
    ask(() => contact.getStateDuration(contactId), niceWithinMs),
  ])
  return { initial, channel, queue, inState, at: now() }
}

const named = z.object({ name: z.string() })
const typed = z.object({ type: z.string() })

function toContact(agentArn: AgentArn, contactId: ContactId, { initial, channel, ...nice }: AboutContact): Facts {
  for (const answer of [initial, channel]) {
    if (answer.status === 'answered' || saysNothing(answer)) continue
    return failed(problemOf(answer, 'Contact.Details.View'))
  }
  const initialId = answered(initial, z.string()) ?? ''
  const inStateMs = answered(nice.inState, z.number())
  const contact: DeskContact = {
    contactArn: contactArnOf(agentArn, contactId),
    contactId,
    initialContactArn: initialContactArnOf(agentArn, contactId, initialId),
    channel: channelOf(answered(channel, typed)?.type ?? ''),
    queueName: answered(nice.queue, named)?.name || null,
    // The workspace tells of changes only; no request says how a contact stands.
    phase: null,
    phaseSince: inStateMs === null ? null : nice.at - inStateMs,
  }
  return { ok: true, agentArn, contact }
}

/** In the SDK's words there is nothing to tell, or nobody who knows: for a contact, that it was not transferred. */
function saysNothing(answer: Answer): boolean {
  return answer.status === 'refused' && ['noResult', 'handlerNotFound'].includes(answer.key)
}

function answered<T>(answer: Answer, schema: z.ZodMiniType<T>): T | null {
  return answer.status === 'answered' ? (schema.safeParse(answer.value).data ?? null) : null
}

function problemOf(answer: Exclude<Answer, { status: 'answered' }>, permission: Permission): DeskProblem {
  if (answer.status === 'denied') return missingPermission(permission)
  const said = answer.status === 'silent' ? 'nothing' : `${answer.key}, ${answer.reason}`
  return { code: 'stopped_answering', detail: `The workspace was asked and said: ${said}.` }
}

function missingPermission(permission: Permission): DeskProblem {
  return { code: 'missing_permission', detail: permission }
}

function failed(problem: DeskProblem): Facts {
  return { ok: false, problem }
}
