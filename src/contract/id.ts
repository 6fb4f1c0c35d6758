import * as z from 'zod/mini'

const idForm = 'must be a text of 1 to 500 characters'

/**
 * An id of a domain, a case or a template, as the service has them. Half a character (a lone surrogate, which JSON can
 * say) is none: it cannot stand in a URL, and `encodeURIComponent` throws.
 */
export const idSchema = z
  .string(idForm)
  .check(z.minLength(1, idForm), z.maxLength(500, idForm), z.regex(/^\P{Surrogate}*$/u, idForm))
