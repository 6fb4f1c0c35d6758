import { domainIdSchema } from '../contract/list-cases-for-contact.ts'
import { type Failure, invalidField } from './failure.ts'
import { fail, type Result, succeed } from './result.ts'

/**
 * The `{domainId}` of `/api/domains/{domainId}/…`, taken from the URL as it was sent: Hono decodes what it can
 * and keeps the rest as it is, so that a wrong %-escape would pass for part of an id.
 */
export function parseDomainId(url: string): Result<string, Failure> {
  const segment = new URL(url).pathname.split('/')[3] ?? ''
  try {
    const domainId = domainIdSchema.safeParse(decodeURIComponent(segment))
    if (domainId.success) return succeed(domainId.data)
    return fail(invalidField('domainId', domainId.error.issues[0]?.message ?? 'is not valid'))
  } catch {
    return fail(invalidField('domainId', 'must be percent-encoded UTF-8'))
  }
}
