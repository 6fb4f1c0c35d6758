import { z } from 'zod'

/** Answer of `GET /api/domains/{domainId}/templates`: every template the domain lists; deleted ones are not listed. */
export const templatesResponse = z.object({
  templates: z.array(
    z.object({
      templateId: z.string().min(1).max(500),
      name: z.string(),
      status: z.enum(['Active', 'Inactive']),
    }),
  ),
})

export type TemplatesResponse = z.infer<typeof templatesResponse>
