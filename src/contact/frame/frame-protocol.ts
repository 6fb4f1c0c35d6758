import * as z from 'zod/mini'
import { parseAgentArn, parseContactArn, parseContactId } from '../contact-arn.ts'
import type { DeskProblem } from '../contact-source.ts'
import type { PanelMessage } from './panel-message.ts'

/** What every message of a framed panel and its desktop carries, so that both tell it from all other messages. */
export const frameProtocol = { protocol: 'contact-cases', version: 1 } as const

/** The versions that this build takes. */
export const frameVersions = [frameProtocol.version] as const

const arnOfAgent = branded(parseAgentArn, 'must be the ARN of an agent')
const arnOfContact = branded(parseContactArn, 'must be the ARN of a contact')
const idOfContact = branded(parseContactId, 'must be the id of a contact')

function branded<T extends string>(parse: (text: string) => T | null, form: string) {
  return z.custom<T>((value) => typeof value === 'string' && parse(value) !== null, form)
}

const channels = ['voice', 'chat', 'task', 'email'] as const
const phases = ['incoming', 'connecting', 'connected', 'paused', 'missed', 'afterCallWork', 'ended'] as const
const themes = ['light', 'dark', 'system'] as const
const oneOf = <const T extends readonly string[]>(values: T) => z.enum(values, `must be one of ${values.join(', ')}`)
const text = z.string('must be a text')
const list = <T extends z.ZodMiniType>(of: T) => z.array(of, 'must be a list')

/** A contact of the desktop: a `contactArn` is enough, or a `contactId` where the message names the agent. */
const contact = z.object(
  {
    contactArn: z.optional(arnOfContact),
    contactId: z.optional(idOfContact),
    initialContactArn: z.nullish(arnOfContact),
    initialContactId: z.nullish(idOfContact),
    channel: z._default(oneOf(channels), 'task'),
    phase: z._default(z.nullable(oneOf(phases)), null),
    phaseSince: z._default(z.nullable(z.number('must be milliseconds since 1970')), null),
    queueName: z._default(z.nullable(text), null),
  },
  'must be an object',
)

const problemCodes = [
  'signed_out',
  'access_denied',
  'no_answer',
  'stopped_answering',
  'unsupported_host',
  'outside_workspace',
  'missing_permission',
  'no_desktop',
] as const satisfies readonly DeskProblem['code'][]

/** What the desktop says, by type. Members that a type does not have are ignored. */
export const desktopMessages = {
  /** All of the desk, each time; `contacts` in the order they came. */
  desk: z.object({
    type: z.literal('desk'),
    agentArn: z.optional(arnOfAgent),
    contacts: list(contact),
    viewedContactId: z._default(z.nullable(idOfContact), null),
  }),
  /** The desktop does not know its agent and contacts yet. */
  connecting: z.object({ type: z.literal('connecting') }),
  /** The desktop has no agent or contacts now. A code that is not known here empties the panel all the same. */
  deskProblem: z.object({
    type: z.literal('deskProblem'),
    code: z.catch(z.enum(problemCodes), 'unsupported_host'),
    detail: z.catch(z.string(), 'The desktop does not say more.'),
  }),
  /** How the panel is to look, and who opens cases; what is left out stays as it is. */
  settings: z.object({
    type: z.literal('settings'),
    theme: z.optional(oneOf(themes)),
    locale: z.optional(z.nullable(text)),
    opensCases: z.optional(z.boolean('must be true or false')),
  }),
  /** The desktop goes away; another may come. */
  bye: z.object({ type: z.literal('bye') }),
}

/** What a framed panel says, by type. */
export const panelMessages = {
  ready: z.object({ type: z.literal('ready'), versions: list(z.number()) }),
  openCase: z.object({ type: z.literal('openCase'), caseId: text }),
  casesChanged: z.object({
    type: z.literal('casesChanged'),
    contactArn: arnOfContact,
    loaded: z.number(),
    hasMore: z.boolean(),
  }),
  problem: z.object({
    type: z.literal('problem'),
    kind: text,
    code: text,
    contactArn: z.optional(arnOfContact),
    requestId: z.optional(z.nullable(text)),
  }),
  error: z.object({ type: z.literal('error'), message: text, versions: list(z.number()) }),
} satisfies { readonly [Type in PanelMessage['type']]: z.ZodMiniType<Extract<PanelMessage, { type: Type }>> }

export type Schemas = Readonly<Record<string, z.ZodMiniType<{ type: string }>>>
/** The messages of one side, as they are once read. */
export type MessageOf<T extends Schemas> = { [Type in keyof T]: z.output<T[Type]> }[keyof T]
/** What the desktop says. */
export type DesktopMessage = MessageOf<typeof desktopMessages>
