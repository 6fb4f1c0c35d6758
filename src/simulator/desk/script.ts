import { z } from 'zod'
import { accesses, phases } from './desk.ts'
import { channels } from './setup.ts'

/** What a script calls a contact; the id is made when it rings. */
const name = z.string().min(1)

const condition = z.union(
  [
    /** `gone`: it has left the desk. */
    z.strictObject({ contact: name, phase: z.enum([...phases, 'gone']) }),
    z.strictObject({ agentState: z.string() }),
    z.strictObject({ access: z.enum(accesses) }),
    z.strictObject({ contacts: z.int().nonnegative() }),
  ],
  'expected {contact, phase}, {agentState}, {access} or {contacts}',
)

/** The verbs of a script, each with what it takes. */
const verbs = {
  ring: z.strictObject({
    as: name,
    channel: z.enum(channels),
    contactId: z.string().min(1).optional(),
    initialContactId: z.string().min(1).optional(),
    queueName: z.string().optional(),
    ringsAs: z.enum(['incoming', 'connecting']).optional(),
  }),
  accept: name,
  dial: name,
  connect: name,
  reject: name,
  miss: name,
  end: name,
  fail: name,
  pause: name,
  resume: name,
  close: name,
  consult: name,
  conference: name,
  dropThirdParty: name,
  transfer: z.strictObject({ contact: name, as: name }),
  view: name.nullable(),
  setAgentState: z.string(),
  enqueueAgentState: z.string(),
  signIn: z.string().min(1),
  session: z.enum(['signOut', 'expire', 'deny', 'exhaustCti', 'exhaustAuthorize', 'stopAnswering', 'answer']),
  waitUntil: condition,
  /** For people who watch; a test waits for a condition. */
  pauseMs: z.int().nonnegative(),
} as const

export type Verb = keyof typeof verbs
/** What each verb takes. */
export type Values = { [V in Verb]: z.infer<(typeof verbs)[V]> }
export type Condition = Values['waitUntil']

/** One step as it is written: `{"accept": "a"}`. */
export type ScriptStep = { [V in Verb]: Record<V, Values[V]> }[Verb]

/** One step as it is played. */
export type PlayedStep<V extends Verb = Verb> = { [K in V]: { readonly verb: K; readonly value: Values[K] } }[V]

export type ScriptResult =
  | { readonly ok: true; readonly steps: readonly PlayedStep[] }
  | { readonly ok: false; readonly message: string }

/** The steps of a script, or what is wrong with the first one that is none. */
export function parseScript(json: unknown): ScriptResult {
  if (!Array.isArray(json)) return { ok: false, message: 'a script is a list of steps' }
  const steps: PlayedStep[] = []
  for (const [index, written] of json.entries()) {
    const step = parseStep(written)
    if (typeof step === 'string') return { ok: false, message: `step ${index + 1}: ${step}` }
    steps.push(step)
  }
  return { ok: true, steps }
}

/** A union of schemas would do, but could not say which of the verbs was meant. */
function parseStep(written: unknown): PlayedStep | string {
  const entries = z.record(z.string(), z.unknown()).safeParse(written).data ?? {}
  const [[verb, value] = ['', undefined], ...others] = Object.entries(entries)
  if (!isVerb(verb) || others.length > 0) return `not one of the verbs ${Object.keys(verbs).join(', ')}`
  const result = verbs[verb].safeParse(value)
  // Verb and value belong together: the verb's own schema has just parsed it.
  if (result.success) return { verb, value: result.data } as PlayedStep
  const [issue] = result.error.issues
  return `${[verb, ...(issue?.path ?? [])].join('.')}: ${issue?.message}`
}

function isVerb(text: string): text is Verb {
  return Object.hasOwn(verbs, text)
}
