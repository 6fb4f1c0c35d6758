import { z } from 'zod'

/** Kinds of contact by their names in Streams (`ContactType`). */
export const channels = ['voice', 'chat', 'task', 'email', 'queue_callback'] as const

export type Channel = (typeof channels)[number]

/** A contact that can be made to ring. */
const offeredContact = z.object({
  contactId: z.string(),
  label: z.string(),
  queueName: z.string().nullable(),
})

/** What a desk needs to know of its instance; the server writes it into the page. */
export const deskSetup = z.object({
  /** `arn:aws:connect:{region}:{accountId}:instance/{instanceId}` */
  instanceArn: z.string(),
  contacts: z.array(offeredContact),
  /** A script to begin with. */
  shift: z.unknown().optional(),
})

export type DeskSetup = z.infer<typeof deskSetup>
