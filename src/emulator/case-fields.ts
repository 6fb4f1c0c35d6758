import { createHash } from 'node:crypto'
import { type Answer, failure, notFound } from './answer.ts'
import type { Domain } from './domain.ts'
import type { Case, Field, FieldValue } from './entities.ts'
import { type GivenField, givenValue } from './field-value.ts'

// The service writes these itself. That it refuses a caller who does is a choice.
const maintained: ReadonlySet<string> = new Set([
  'case_id',
  'reference_number',
  'created_datetime',
  'last_updated_datetime',
  'last_closed_datetime',
  'last_updated_user',
])

const isoDateTime = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?$/

/** What is wrong with the fields a caller wants to write, or null. */
export function refuseFields({ fields }: Domain, given: readonly GivenField[]): Answer | null {
  const ids = given.map((one) => one.id)
  const repeated = ids.find((id, index) => ids.indexOf(id) !== index)
  if (repeated !== undefined) return failure('ValidationException', `Field ${repeated} is given more than once`)
  for (const one of given) {
    const field = fields.get(one.id)
    if (field === undefined) return notFound('Field', one.id)
    if (maintained.has(one.id)) return failure('ValidationException', `Field ${one.id} cannot be written`)
    const value = givenValue(one)
    if (!fits(field, value)) {
      return failure('ValidationException', `Field ${one.id} is ${field.type} and cannot be ${JSON.stringify(value)}`)
    }
  }
  return null
}

function fits({ type, options }: Field, value: FieldValue): boolean {
  if (value === null) return true
  switch (type) {
    case 'Number':
      return typeof value === 'number'
    case 'Boolean':
      return typeof value === 'boolean'
    case 'User':
      return typeof value === 'object'
    case 'DateTime':
      return typeof value === 'string' && isoDateTime.test(value) && !Number.isNaN(Date.parse(value))
    case 'SingleSelect':
      return options.some((option) => option.value === value && option.active)
    case 'Text':
    case 'Url':
      return typeof value === 'string'
  }
}

interface Write {
  readonly at: string
  /** The user who writes, where the caller says so. */
  readonly userArn: string | null
}

/** The fields of a new case, with those the service maintains. */
export function createdFields(caseId: string, given: readonly GivenField[], { at, userArn }: Write): Case['fields'] {
  return written({ status: 'open', created_datetime: at, reference_number: referenceNumberOf(caseId) }, given, {
    at,
    userArn,
  })
}

/** The fields of a case after a write: only those given change, and those the service maintains. */
export function written(before: Case['fields'], given: readonly GivenField[], { at, userArn }: Write): Case['fields'] {
  const after = { ...before, ...Object.fromEntries(given.map((one) => [one.id, givenValue(one)])) }
  const closes = after['status'] === 'closed' && before['status'] !== 'closed'
  return {
    ...after,
    last_updated_datetime: at,
    ...(userArn === null ? {} : { last_updated_user: { userArn } }),
    // Kept when the case is opened again, as the guide says.
    ...(closes ? { last_closed_datetime: at } : {}),
  }
}

/** Which of the fields differ. */
export function changedFieldIds(before: Case['fields'], after: Case['fields']): string[] {
  return Object.keys(after).filter((id) => JSON.stringify(before[id]) !== JSON.stringify(after[id]))
}

// Eight digits and not promised to be unique, as with the service; of the id, so that it needs no chance of its own.
function referenceNumberOf(caseId: string): string {
  const hash = createHash('sha256').update(caseId).digest().readUInt32BE()
  return String(hash % 100_000_000).padStart(8, '0')
}
