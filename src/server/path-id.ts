import { idSchema } from '../contract/id.ts'
import { type Failure, invalidField } from './failure.ts'
import { fail, type Result, succeed } from './result.ts'

// Where each id stands in https://host/api/domains/{domainId}/templates/{templateId}, split at its slashes.
const places = { domainId: 5, templateId: 7 } as const

/**
 * An id of the path, taken from the URL as it was sent: Hono decodes what it can and keeps the rest as it is, so
 * that a wrong %-escape would pass for part of an id.
 */
export function parsePathId(url: string, name: keyof typeof places): Result<string, Failure> {
  // A request's URL is whole and in its normal form: nothing of it is left to parse.
  const [path = ''] = url.split(/[?#]/, 1)
  const segment = path.split('/')[places[name]] ?? ''
  try {
    // Ids of every kind have the form that the contract gives a domain's.
    const id = idSchema.safeParse(decodeURIComponent(segment))
    if (id.success) return succeed(id.data)
    return fail(invalidField(name, id.error.issues[0]?.message ?? 'is not valid'))
  } catch {
    return fail(invalidField(name, 'must be percent-encoded UTF-8'))
  }
}
