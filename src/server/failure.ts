import type { z } from 'zod'
import type { ProblemCode } from '../contract/problem-catalogue.ts'

/** Why a request gets no good answer, before it is put into the form of an answer. */
export interface Failure {
  readonly code: ProblemCode
  /** One or two sentences for whoever asked. */
  readonly detail: string
  /** The fields at fault. */
  readonly errors?: readonly FieldError[]
  readonly retryAfterSeconds?: number
  /** What happened behind, for the log alone. */
  readonly reason?: string
}

interface FieldError {
  readonly field: string
  readonly detail: string
}

/** A request whose field is not what it must be. */
export function invalidField(field: string, detail: string): Failure {
  return { code: 'invalid_request', detail: `${field} ${detail}.`, errors: [{ field, detail }] }
}

/** The fields that a schema refused, by path; `whole` names what was parsed. */
export function fieldErrors(error: z.core.$ZodError, whole: string): readonly FieldError[] {
  return error.issues.map(({ path, message }) => ({
    field: path.length === 0 ? whole : path.join('.'),
    detail: message,
  }))
}
