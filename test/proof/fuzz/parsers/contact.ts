import { parseAgentArn, parseContactArn, parseContactId } from '../../../../src/contact/contact-arn.ts'
import { newDesktop, reduceDesktop } from '../../../../src/contact/frame/desktop.ts'
import { desktopMessages, frameProtocol, panelMessages } from '../../../../src/contact/frame/frame-protocol.ts'
import { readMessage } from '../../../../src/contact/frame/read-message.ts'
import { createFakeStreams, type FakeContact } from '../../../../src/contact/streams/fake-streams.ts'
import { hearSoftphone } from '../../../../src/contact/streams/hear-softphone.ts'
import type { SoftphoneEvent } from '../../../../src/contact/streams/softphone.ts'
import { parseCreateEvent } from '../../../../src/contact/workspace/app-context.ts'
import { ofText, ofValue, type Parser, unlessNull, type Verdict } from '../parser.ts'

const instance = 'arn:aws:connect:us-east-1:111122223333:instance/d1784030-35c9-48c4-a68d-c8f46a423cf9'
const contactId = '3d1f7a52-7a0e-4f1c-9e55-0c8f6d0f6a11'

/** A softphone that has just started, and everything that it has said. */
function startSoftphone() {
  const streams = createFakeStreams()
  const events: SoftphoneEvent[] = []
  const ccpUrl = 'https://example.my.connect.aws/ccp-v2/'
  // A fake Streams puts nothing in it.
  streams.api.core.initCCP({} as HTMLElement, { ccpUrl, softphone: { allowFramedSoftphone: true } })
  const bus = streams.api.core.getEventBus()
  if (bus === undefined) throw new Error('The fake Streams did not start.')
  const options = {
    onAcknowledge() {},
    log(message: string, cause?: unknown) {
      if (cause !== undefined) throw new Error(message, { cause })
    },
  }
  hearSoftphone(streams.api, bus, options, (event) => events.push(event))
  return { streams, events }
}

/** What Streams says of an agent: it swallows what callbacks throw, and so does ours, which tells it to the log. */
function readUpdate(value: unknown): Verdict {
  const { agentArn, contacts } = Object(value)
  const { streams, events } = startSoftphone()
  // Streams itself makes the contacts of a list, and asks each for what the softphone sent.
  streams.update(agentArn, Array.isArray(contacts) ? contacts.map((each): FakeContact => Object(each)) : [])
  const [event] = events
  if (event === undefined) throw new Error('The softphone said nothing of the agent.')
  if (event.type !== 'agent') return 'refused'
  for (const { phaseSince } of event.desk.contacts) {
    if (phaseSince !== null && !Number.isFinite(phaseSince)) throw new Error(`It is ${phaseSince} since its phase.`)
  }
  return event.desk.contacts.length === 0 ? 'refused' : 'accepted'
}

function readView(value: unknown): Verdict {
  const { streams, events } = startSoftphone()
  streams.emit('contact::view', value)
  const [event] = events
  if (event?.type !== 'view') throw new Error('The softphone said nothing of the contact that is viewed.')
  return event.contactId === '' ? 'refused' : 'accepted'
}

/** A message of a desktop around a framed panel, and what becomes of the desk. */
function readOfDesktop(value: unknown): Verdict {
  const reading = readMessage(desktopMessages, value)
  if (reading.status !== 'read') return 'refused'
  return 'why' in reduceDesktop(newDesktop, reading.message) ? 'refused' : 'accepted'
}

function readOfPanel(value: unknown): Verdict {
  return readMessage(panelMessages, value).status === 'read' ? 'accepted' : 'refused'
}

const contactArn = `${instance}/contact/${contactId}`

const ofDesktop = [
  { ...frameProtocol, type: 'desk', agentArn: `${instance}/agent/ada`, contacts: [{ contactId, channel: 'chat' }] },
  { ...frameProtocol, type: 'desk', contacts: [{ contactArn, phase: 'connected' }], viewedContactId: contactId },
  { ...frameProtocol, type: 'deskProblem', code: 'signed_out', detail: 'Ada has left.' },
  { ...frameProtocol, type: 'settings', theme: 'dark', locale: 'de', opensCases: true },
]

const ofPanel = [
  { ...frameProtocol, type: 'ready', versions: [1] },
  { ...frameProtocol, type: 'openCase', caseId: 'case-1' },
  { ...frameProtocol, type: 'casesChanged', contactArn, loaded: 3, hasMore: false },
  { ...frameProtocol, type: 'problem', kind: 'cases', code: 'throttled', contactArn, requestId: null },
]

const created = {
  context: { scope: { type: 'contact', contactId }, config: { permissions: ['User.Details.View'] } },
}

const chat = {
  contactId,
  initialContactId: '9c0f0c0e-1111-4a4a-8a8a-0c8f6d0f6a12',
  type: 'chat',
  state: { type: 'connected', timestamp: '2026-11-24T09:00:00.000Z' },
  queue: { name: 'Billing' },
}

export const contactParsers: readonly Parser[] = [
  ofText('ARN of a contact', [`${instance}/contact/${contactId}`], (text) => unlessNull(parseContactArn(text))),
  ofText('ARN of an agent', [`${instance}/agent/ada`], (text) => unlessNull(parseAgentArn(text))),
  ofText('id of a contact', [contactId], (text) => unlessNull(parseContactId(text))),
  ofValue('what the softphone says of an agent', [{ agentArn: `${instance}/agent/ada`, contacts: [chat] }], readUpdate),
  ofValue('what the softphone says is viewed', [{ contactId }], readView),
  ofValue('what the workspace says as it opens the app', [created], (value) => unlessNull(parseCreateEvent(value))),
  ofValue('what a desktop says to its framed panel', ofDesktop, readOfDesktop),
  ofValue('what a framed panel says to its desktop', ofPanel, readOfPanel),
]
