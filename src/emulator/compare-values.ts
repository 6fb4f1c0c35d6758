import type { FieldValue } from './entities.ts'

const isoDateTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/

/**
 * Negative, zero or positive as `a` comes before, with or after `b`; null where they are of different kinds.
 * Two date-times compare as moments, so that `…00Z` and `…00.000Z` are equal; other texts compare by code unit.
 */
export function compareValues(a: FieldValue, b: FieldValue): number | null {
  if (typeof a === 'string' && typeof b === 'string') return compareTexts(a, b)
  if (typeof a === 'number' && typeof b === 'number') return a - b
  if (typeof a === 'boolean' && typeof b === 'boolean') return Number(a) - Number(b)
  if (a === null && b === null) return 0
  return isUser(a) && isUser(b) ? compareTexts(a.userArn, b.userArn) : null
}

function isUser(value: FieldValue): value is { userArn: string } {
  return typeof value === 'object' && value !== null
}

function compareTexts(a: string, b: string): number {
  if (isoDateTime.test(a) && isoDateTime.test(b)) return Date.parse(a) - Date.parse(b)
  if (a === b) return 0
  return a < b ? -1 : 1
}
