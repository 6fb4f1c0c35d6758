import type { z } from 'zod'

export type JsonReading<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly message: string }

/** The text as JSON that the schema takes, or one sentence that says what is wrong with it and where. */
export function readJson<T>(schema: z.ZodType<T>, text: string): JsonReading<T> {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return { ok: false, message: 'This is not JSON.' }
  }
  return readValue(schema, json)
}

function readValue<T>(schema: z.ZodType<T>, value: unknown): JsonReading<T> {
  const parsed = schema.safeParse(value, { reportInput: true })
  if (parsed.success) return { ok: true, value: parsed.data }
  return { ok: false, message: explain(parsed.error.issues[0]) }
}

/** What code gives, as the schema has it; throws that sentence where it is wrong. */
export function checkedValue<T>(schema: z.ZodType<T>, value: unknown): T {
  const reading = readValue(schema, value)
  if (reading.ok) return reading.value
  throw new TypeError(reading.message)
}

function explain(issue: z.core.$ZodIssue | undefined): string {
  if (issue === undefined) return 'This is not as it should be.'
  const { path, message } = deepest(issue)
  const place = path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('')
  const sentence = place === '' ? message : `${place.replace(/^\./, '')}: ${message}`
  return sentence.endsWith('.') ? sentence : `${sentence}.`
}

interface Found {
  readonly path: readonly PropertyKey[]
  readonly message: string
}

// What a union or a key says of itself is only that it is wrong. The alternative that was meant is the one that was
// read deepest; one that lacks a member was not meant.
function deepest({ path, message, ...issue }: z.core.$ZodIssue): Found {
  if (issue.code === 'invalid_key') return { path, message: issue.issues[0]?.message ?? message }
  if (issue.code !== 'invalid_union') return { path, message }
  const inner = issue.errors
    .flatMap(([first]) => (first === undefined || isMissingMember(first) ? [] : [deepest(first)]))
    .sort((one, other) => other.path.length - one.path.length)[0]
  if (inner === undefined || inner.path.length === 0) return { path, message }
  return { path: [...path, ...inner.path], message: inner.message }
}

function isMissingMember({ input, path }: z.core.$ZodIssue): boolean {
  return input === undefined && path.length === 1
}
