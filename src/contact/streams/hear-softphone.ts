import * as z from 'zod/mini'
import { parseAgentArn } from '../contact-arn.ts'
import { readAgent } from './agent-facts.ts'
import { toDeskContact } from './desk-contact.ts'
import type { Desk, SoftphoneEvent } from './softphone.ts'
import type { StreamsAgent, StreamsApi, StreamsEventBus } from './streams-api.ts'

export interface HearSoftphoneOptions {
  readonly onAcknowledge: () => void
  readonly log: (message: string, cause?: unknown) => void
}

/** Turns what a softphone says on its bus, which must be the current one of Streams, into events. */
export function hearSoftphone(
  streams: StreamsApi,
  bus: StreamsEventBus,
  { onAcknowledge, log }: HearSoftphoneOptions,
  take: (event: SoftphoneEvent) => void,
): void {
  const report = once(log)
  const on = guard(log)
  // The softphone always sends everything it knows, and Streams makes its contact events of the difference. Reading
  // everything each time needs none of them: nothing is missed, counted twice, or asked of a contact that is gone.
  const refresh = on((agent: StreamsAgent) => take(agentEvent(agent, report)))
  bus.subscribe('agent::refresh', refresh)

  // Who comes late is told of the agent whom Streams remembers, who may have signed out since. Only an acknowledge
  // that is no greeting says that there is still somebody; one comes every second.
  let hasAsked = false
  const askOnce = () => {
    if (!hasAsked) streams.agent(refresh)
    hasAsked = true
  }
  bus.subscribe(
    'acknowledge',
    on((data: unknown) => {
      const isGreeting = data !== null
      onAcknowledge()
      take({ type: 'acknowledge', isGreeting })
      if (!isGreeting) askOnce()
    }),
  )
  // There is no onLogout.
  bus.subscribe(
    'terminated',
    on(() => take({ type: 'terminated' })),
  )
  streams.core.onAuthFail(on(() => take({ type: 'auth_fail' })))
  streams.core.onAccessDenied(on(() => take({ type: 'access_denied' })))
  streams.core.onViewContact(on((event: unknown) => take({ type: 'view', contactId: viewedIn(event) })))
}

const viewEvent = z.object({ contactId: z.string() })

/** The id of the contact; '' for none, as the softphone says too. */
function viewedIn(event: unknown): string {
  return viewEvent.safeParse(event).data?.contactId ?? ''
}

function agentEvent(agent: StreamsAgent, report: (remark: string) => void): SoftphoneEvent {
  const facts = readAgent(agent, report)
  const agentArn = parseAgentArn(facts.agentArn)
  if (agentArn === null) {
    const detail = `The softphone's agentARN is not an agent's ARN: ${facts.agentArn}`
    return { type: 'unusable', problem: { code: 'unsupported_host', detail } }
  }
  const contacts: Desk['contacts'] = facts.contacts.flatMap((contactFacts) => {
    const contact = toDeskContact(agentArn, contactFacts)
    if (contact) return [contact]
    report(`Left out a contact whose id is none: ${JSON.stringify(contactFacts.contactId)}`)
    return []
  })
  return { type: 'agent', desk: { agentArn, contacts } }
}

/** Streams swallows what its callbacks throw, message and stack included. */
function guard(log: HearSoftphoneOptions['log']) {
  return <Args extends unknown[]>(callback: (...args: Args) => void) =>
    (...args: Args) => {
      try {
        callback(...args)
      } catch (cause) {
        log('A callback of Streams failed.', cause)
      }
    }
}

/** Says each thing once: an odd contact comes again with every update. */
function once(log: HearSoftphoneOptions['log']): (remark: string) => void {
  const said = new Set<string>()
  return (remark) => {
    if (said.has(remark)) return
    said.add(remark)
    log(remark)
  }
}
