import { z } from 'zod'
import { type Contact, findContact } from '../../desk/desk.ts'
import type { AppRequest } from './app-message.ts'
import type { Scope, WorkspaceMessage, World } from './app-session.ts'
import { channelType, initialContactId } from './contact-events.ts'
import { isAllowed, type Permission } from './settings.ts'

/** What a request says, and when it came. */
interface Asked {
  readonly data: unknown
  readonly at: number
}

interface Command {
  readonly needs: Permission | null
  /** Null: there is nothing to answer with. */
  answer(world: World, contact: Contact | null, asked: Asked): object | null
}

const ofContact =
  (answer: (contact: Contact, asked: Asked) => object): Command['answer'] =>
  (_, contact, asked) =>
    contact && answer(contact, asked)

/** All requests that are answered, by namespace and command. */
const commands: ReadonlyMap<string, Command> = new Map<string, Command>([
  // The agent's requests, too, are in the contact's namespace.
  ['aws.connect.contact agent/getARN', { needs: 'User.Details.View', answer: ({ agent }) => ({ ARN: agent.arn }) }],
  ['aws.connect.contact agent/getName', { needs: 'User.Details.View', answer: ({ agent }) => ({ name: agent.name }) }],
  [
    'aws.connect.contact contact/getInitialContactId',
    {
      needs: 'Contact.Details.View',
      answer: ofContact((contact) => ({ initialContactId: initialContactId(contact) })),
    },
  ],
  [
    'aws.connect.contact contact/getChannelType',
    { needs: 'Contact.Details.View', answer: ofContact((contact) => channelType(contact)) },
  ],
  [
    'aws.connect.contact contact/getQueue',
    { needs: 'Contact.Details.View', answer: ofContact(({ queueName }) => queueOf(queueName)) },
  ],
  [
    'aws.connect.contact contact/getStateDuration',
    {
      needs: 'Contact.Details.View',
      answer: ofContact(({ phaseSince }, { at }) => ({ stateDuration: at - phaseSince })),
    },
  ],
  [
    'aws.connect.contact contact/getAttributes',
    { needs: 'Contact.Attributes.View', answer: ofContact((contact, { data }) => attributes(contact, data)) },
  ],
  [
    'aws.connect.user getLanguage',
    { needs: 'User.Configuration.View', answer: ({ settings }) => ({ language: settings.language }) },
  ],
  ['aws.connect.workspace getTheme', { needs: null, answer: () => ({ theme }) }],
])

/** A Cloudscape theme of this workspace's own, so that it shows whether an app follows it. */
const theme = { tokens: { colorTextAccent: { light: '#0b5cad', dark: '#7db7f5' } } }

/** The response to one request; pure. */
export function answerRequest(request: AppRequest, scope: Scope, world: World, at: number): WorkspaceMessage {
  const { namespace, command, requestId, data } = request
  const refuse = (errorKey: string, reason: string) => {
    const details = { command, requestData: data }
    return { type: 'response', namespace, requestId, isError: true, errorKey, reason, details }
  }
  const known = commands.get(`${namespace} ${command}`)
  if (!known) return refuse('handlerNotFound', 'No handler for command')
  // The sentence is from "Troubleshooting" in the Agent Workspace Developer Guide, which does not tell the key.
  if (!isAllowed(world.settings, known.needs)) {
    return refuse('noPermission', 'App does not have permission for this request')
  }
  const answer = known.answer(world, askedContact(data, scope, world), { data, at })
  if (answer === null) return refuse('noResult', 'No Result Found')
  return { type: 'response', namespace, requestId, isError: false, data: answer }
}

const namesContact = z.object({ contactId: z.string().optional() })

/** The contact that a request is about: without an id, or as `CURRENT_CONTACT`, the one the app is open for. */
function askedContact(data: unknown, scope: Scope, { desk }: World): Contact | null {
  const wanted = namesContact.safeParse(data).data?.contactId ?? 'CURRENT_CONTACT'
  const own = scope.type === 'contact' ? scope.contactId : null
  const contactId = wanted === 'CURRENT_CONTACT' ? own : wanted
  return (contactId !== null && findContact(desk, contactId)) || null
}

function queueOf(name: string) {
  const queueId = name.toLowerCase().replaceAll(/\W+/g, '-')
  return { name, queueId, queueARN: `arn:aws:connect:queue/${queueId}` }
}

const wantedAttributes = z.object({ attributes: z.union([z.literal('*'), z.array(z.string())]) })

function attributes({ label, queueName }: Contact, data: unknown): Record<string, string> {
  const all = { label, queueName }
  const wanted = wantedAttributes.safeParse(data).data?.attributes ?? '*'
  return wanted === '*' ? all : Object.fromEntries(Object.entries(all).filter(([name]) => wanted.includes(name)))
}
