import type { z } from 'zod'
import { findWrongReference } from './seed-references.ts'
import { type Seed, seedSchema } from './seed-schema.ts'

export type SeedReading =
  | { readonly ok: true; readonly seed: Seed }
  | { readonly ok: false; readonly path: string; readonly message: string }

/** The JSON value as a seed, or the first thing that is wrong with it and where. */
export function parseSeed(json: unknown): SeedReading {
  const parsed = seedSchema.safeParse(json, { reportInput: true })
  if (!parsed.success) return { ok: false, ...explain(parsed.error.issues[0]) }
  const wrong = findWrongReference(parsed.data)
  return wrong === null ? { ok: true, seed: parsed.data } : { ok: false, ...wrong }
}

function explain(issue: z.core.$ZodIssue | undefined): { path: string; message: string } {
  if (issue === undefined) return { path: '', message: 'is not a seed' }
  if (issue.code === 'unrecognized_keys') {
    return { path: pathOf([...issue.path, issue.keys[0] ?? '']), message: 'is not a member a seed has' }
  }
  const missing = issue.code === 'invalid_type' && issue.input === undefined
  return { path: pathOf(issue.path), message: missing ? 'is missing' : issue.message }
}

function pathOf(keys: readonly PropertyKey[]): string {
  return keys
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '')
}
