import { domainIdSchema } from '../contract/list-cases-for-contact.ts'
import { type Failure, invalidField } from './failure.ts'
import { fail, type Result, succeed } from './result.ts'

// Where each id stands in /api/domains/{domainId}/templates/{templateId}, split at its slashes.
const places = { domainId: 3, templateId: 5 } as const

/**
 * An id of the path, taken from the URL as it was sent: Hono decodes what it can and keeps the rest as it is, so
 * that a wrong %-escape would pass for part of an id.
 */
export function parsePathId(url: string, name: keyof typeof places): Result<string, Failure> {
  const segment = new URL(url).pathname.split('/')[places[name]] ?? ''
  try {
    // Ids of every kind have the form that the contract gives a domain's.
    const id = domainIdSchema.safeParse(decodeURIComponent(segment))
    if (id.success) return succeed(id.data)
    return fail(invalidField(name, id.error.issues[0]?.message ?? 'is not valid'))
  } catch {
    return fail(invalidField(name, 'must be percent-encoded UTF-8'))
  }
}
