import * as z from 'zod/mini'
import type { TemplateResponse, TemplatesResponse } from './answers.ts'
import { idSchema } from './id.ts'

const template = {
  templateId: idSchema,
  name: z.string(),
}

/** Answer of `GET /api/domains/{domainId}/templates`: every template the domain lists; deleted ones are not listed. */
export const templatesResponse = z.object({
  templates: z.array(z.object({ ...template, status: z.enum(['Active', 'Inactive']) })),
}) satisfies z.ZodMiniType<TemplatesResponse>

/** Answer of `GET /api/domains/{domainId}/templates/{templateId}`: one template, which may be deleted since. */
export const templateResponse = z.object({
  ...template,
  status: z.enum(['Active', 'Inactive', 'Deleted']),
}) satisfies z.ZodMiniType<TemplateResponse>
