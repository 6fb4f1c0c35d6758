import * as z from 'zod/mini'
import { type ProblemCode, problemCatalogue } from './problem-catalogue.ts'

const codes = Object.keys(problemCatalogue) as [ProblemCode, ...ProblemCode[]]

export const problemCodeSchema = z.enum(codes)

/** An error answer (RFC 9457): `code` is a key of the catalogue, `errors` names the fields at fault, `instance` is the request's id. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: problemCodeSchema,
  detail: z.string(),
  retryable: z.boolean(),
  instance: z.optional(z.string()),
  errors: z.optional(z.array(z.object({ field: z.string(), detail: z.string() }))),
})

export type Problem = z.infer<typeof problemSchema>
