import { type CaseFilter, passes } from './case-filter.ts'
import { compareValues } from './compare-values.ts'
import type { Case, FieldValue } from './entities.ts'
import { fieldOf } from './field-value.ts'

interface Sort {
  readonly fieldId: string
  readonly sortOrder: 'Asc' | 'Desc'
}

export interface CaseSearch {
  readonly searchTerm?: string | undefined
  readonly filter?: CaseFilter | undefined
  readonly sorts?: readonly Sort[] | undefined
}

/** The cases found, sorted; without sorts in the order of the seed, which is a choice. */
export function searchCases(cases: readonly Case[], { searchTerm = '', filter, sorts = [] }: CaseSearch): Case[] {
  const words = searchTerm.toLowerCase().split(/\s+/).filter(Boolean)
  const found = cases.filter((one) => hasWords(one, words) && (filter === undefined || passes(one, filter)))
  return sorts.length === 0 ? found : found.sort((a, b) => compareBy(sorts, a, b))
}

// "A word or phrase used to perform a quick search", the reference says; a choice: each word is in some text field.
function hasWords(one: Case, words: readonly string[]): boolean {
  if (words.length === 0) return true
  const texts = Object.values(one.fields).flatMap((value) => (typeof value === 'string' ? value.toLowerCase() : []))
  return words.every((word) => texts.some((text) => text.includes(word)))
}

function compareBy(sorts: readonly Sort[], a: Case, b: Case): number {
  for (const { fieldId, sortOrder } of sorts) {
    const order = compareHeld(fieldOf(a, fieldId) ?? null, fieldOf(b, fieldId) ?? null, sortOrder)
    if (order !== 0) return order
  }
  return 0
}

// A case without a value comes last in either order: a choice.
function compareHeld(a: FieldValue, b: FieldValue, sortOrder: Sort['sortOrder']): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null)
  const order = compareValues(a, b) ?? 0
  return sortOrder === 'Asc' ? order : -order
}
