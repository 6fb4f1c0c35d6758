import * as z from 'zod/mini'
import { type ContactId, parseContactId } from '../contact-arn.ts'

/** What the workspace says when it opens the app. */
export interface AppContext {
  /** null: the app is open for no contact. */
  readonly contactId: ContactId | null
  /** Whether the app may; true where the workspace does not list what it may. */
  may(permission: Permission): boolean
}

/** The least that the panel works with ("Permissions for third-party apps", Administrator Guide). */
export type Permission = 'User.Details.View' | 'User.Configuration.View' | 'Contact.Details.View'

const createEvent = z.object({
  context: z.object({
    scope: z.discriminatedUnion('type', [
      z.object({ type: z.literal('contact'), contactId: z.string() }),
      z.object({ type: z.literal('idle') }),
    ]),
    config: z.object({ permissions: z.catch(z.nullable(z.array(z.string())), null) }),
  }),
})

/** The event of `onCreate`; null where it is not that of an app for one contact, or for none. */
export function parseCreateEvent(event: unknown): AppContext | null {
  const parsed = createEvent.safeParse(event)
  if (!parsed.success) return null
  const { scope, config } = parsed.data.context
  const contactId = scope.type === 'contact' ? parseContactId(scope.contactId) : null
  if (scope.type === 'contact' && contactId === null) return null
  const { permissions } = config
  return {
    contactId,
    may: (permission) => permissions === null || permissions.includes(permission) || permissions.includes('*'),
  }
}
