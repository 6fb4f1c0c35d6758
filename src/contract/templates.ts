import * as z from 'zod/mini'

/** Answer of `GET /api/domains/{domainId}/templates`: every template the domain lists; deleted ones are not listed. */
export const templatesResponse = z.object({
  templates: z.array(
    z.object({
      templateId: z.string().check(z.minLength(1), z.maxLength(500)),
      name: z.string(),
      status: z.enum(['Active', 'Inactive']),
    }),
  ),
})

export type TemplatesResponse = z.infer<typeof templatesResponse>
