import * as z from 'zod/mini'
import { frameProtocol, frameVersions, type MessageOf, type Schemas } from './frame-protocol.ts'

/** What came of reading a message. */
export type Reading<Message> =
  | { readonly status: 'read'; readonly message: Message }
  /** Not ours, or of a type that a later build may have. */
  | { readonly status: 'ignored' }
  | { readonly status: 'refused'; readonly why: string }

const envelope = z.object({
  protocol: z.literal(frameProtocol.protocol),
  version: z.optional(z.unknown()),
  type: z.optional(z.unknown()),
})

/** Reads what another page has sent, which may be anything. */
export function readMessage<S extends Schemas>(schemas: S, data: unknown): Reading<MessageOf<S>> {
  const ours = envelope.safeParse(data)
  if (!ours.success) return { status: 'ignored' }
  const { version, type } = ours.data
  if (version !== frameProtocol.version) {
    return refused(`version: only ${frameVersions.join(', ')} of the protocol is known here`)
  }
  if (typeof type !== 'string') return refused('type: must be a text')
  const schema = Object.hasOwn(schemas, type) ? schemas[type] : undefined
  if (schema === undefined) return { status: 'ignored' }
  const parsed = schema.safeParse(data)
  if (parsed.success) return { status: 'read', message: parsed.data as MessageOf<S> }
  const [issue] = parsed.error.issues
  return refused(`${[type, ...(issue?.path ?? [])].join('.')}: ${issue?.message}`)
}

function refused(why: string): Reading<never> {
  return { status: 'refused', why }
}
