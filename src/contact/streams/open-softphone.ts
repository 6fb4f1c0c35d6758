import * as z from 'zod/mini'
import { parseAgentArn } from '../contact-arn.ts'
import { readAgent } from './agent-facts.ts'
import { toDeskContact } from './desk-contact.ts'
import { createHeartbeat, type HeartbeatOptions } from './heartbeat.ts'
import type { Desk, SoftphoneEvent } from './softphone.ts'
import type { CcpOptions, StreamsAgent, StreamsApi, StreamsEventBus } from './streams-api.ts'

export interface OpenSoftphoneOptions extends Omit<HeartbeatOptions, 'onSilence'> {
  readonly container: HTMLElement
  readonly ccp: CcpOptions
  readonly log: (message: string, cause?: unknown) => void
}

/** Starts Streams, which this page may do once, and turns what it says into events. */
export function openSoftphone(
  streams: StreamsApi,
  options: OpenSoftphoneOptions,
  take: (event: SoftphoneEvent) => void,
): void {
  const bus = startStreams(streams, options)
  if (bus) listen(streams, bus, options, take)
  else take(unsupported('This page already has a softphone.'))
}

/** The bus of the softphone; nothing where the page holds another one already. */
function startStreams(streams: StreamsApi, { container, ccp }: OpenSoftphoneOptions): StreamsEventBus | undefined {
  // A second initCCP is refused with nothing but a line in the log, and two softphones do not work in one page
  // (amazon-connect-streams #587).
  if (streams.core.getEventBus()) return undefined
  streams.getLog().setEchoLevel(streams.LogLevel.WARN)
  streams.core.initCCP(container, ccp)
  // Where another copy of Streams has put its frame into the page, initCCP makes no bus.
  return streams.core.getEventBus()
}

/** Subscribes; right after initCCP, which makes the bus, so that no event is missed. */
function listen(
  streams: StreamsApi,
  bus: StreamsEventBus,
  options: OpenSoftphoneOptions,
  take: (event: SoftphoneEvent) => void,
): void {
  const heartbeat = createHeartbeat({ ...options, onSilence: () => take({ type: 'silence' }) })
  const report = once(options.log)
  const on = guard(options.log)

  bus.subscribe(
    'acknowledge',
    on((data: unknown) => {
      heartbeat.beat()
      take({ type: 'acknowledge', isGreeting: data !== null })
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

  // The softphone always sends everything it knows, and Streams makes its contact events of the difference. Reading
  // everything each time needs none of them: nothing is missed, counted twice, or asked of a contact that is gone.
  const refresh = on((agent: StreamsAgent) => take(agentEvent(agent, report)))
  streams.agent(
    on((agent: StreamsAgent) => {
      refresh(agent)
      agent.onRefresh(refresh)
    }),
  )
}

const viewEvent = z.object({ contactId: z.string() })

/** The id of the contact; '' for none, as the softphone says too. */
function viewedIn(event: unknown): string {
  return viewEvent.safeParse(event).data?.contactId ?? ''
}

function agentEvent(agent: StreamsAgent, report: (remark: string) => void): SoftphoneEvent {
  const facts = readAgent(agent, report)
  const agentArn = parseAgentArn(facts.agentArn)
  if (agentArn === null) return unsupported(`The softphone's agentARN is not an agent's ARN: ${facts.agentArn}`)
  const contacts: Desk['contacts'] = facts.contacts.flatMap((contactFacts) => {
    const contact = toDeskContact(agentArn, contactFacts)
    if (contact) return [contact]
    report(`Left out a contact whose id is none: ${JSON.stringify(contactFacts.contactId)}`)
    return []
  })
  return { type: 'agent', desk: { agentArn, contacts } }
}

function unsupported(detail: string): SoftphoneEvent {
  return { type: 'unusable', problem: { code: 'unsupported_host', detail } }
}

/** Streams swallows what its callbacks throw, message and stack included. */
function guard(log: OpenSoftphoneOptions['log']) {
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
function once(log: OpenSoftphoneOptions['log']): (remark: string) => void {
  const said = new Set<string>()
  return (remark) => {
    if (said.has(remark)) return
    said.add(remark)
    log(remark)
  }
}
