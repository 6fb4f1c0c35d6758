import { compareValues } from './compare-values.ts'
import type { Case, FieldValue } from './entities.ts'
import { fieldOf, givenField, givenValue } from './field-value.ts'
import { list, optional, type Shape, structure, text, union } from './shape.ts'

const fieldFilter = union({
  equalTo: givenField,
  contains: givenField,
  greaterThan: givenField,
  greaterThanOrEqualTo: givenField,
  lessThan: givenField,
  lessThanOrEqualTo: givenField,
})

const tagFilter = union({ equalTo: structure({ key: optional(text(1, 128)), value: optional(text(0, 256)) }) })

type ShapeValue<S> = S extends Shape<infer T> ? T : never
type FieldFilter = ShapeValue<typeof fieldFilter>

export type CaseFilter =
  | { readonly member: 'field'; readonly value: FieldFilter }
  | { readonly member: 'tag'; readonly value: ShapeValue<typeof tagFilter> }
  | { readonly member: 'not'; readonly value: CaseFilter }
  | { readonly member: 'andAll' | 'orAll'; readonly value: readonly CaseFilter[] }

/** The filter of SearchCases. A filter holds filters, so the members that do are read late. */
export const caseFilter: Shape<CaseFilter> = {
  kind: 'union',
  members: {
    field: fieldFilter,
    tag: tagFilter,
    get not() {
      return caseFilter
    },
    get andAll() {
      return list(caseFilter, 0, 10)
    },
    get orAll() {
      return list(caseFilter, 0, 10)
    },
  },
}

/** Whether the case passes. `andAll` of nothing is true and `orAll` of nothing is false, as logic has it. */
export function passes(one: Case, filter: CaseFilter): boolean {
  switch (filter.member) {
    case 'field':
      return passesField(one, filter.value)
    case 'tag':
      return false // a seeded case has no tags
    case 'not':
      return !passes(one, filter.value)
    case 'andAll':
      return filter.value.every((part) => passes(one, part))
    case 'orAll':
      return filter.value.some((part) => passes(one, part))
  }
}

function passesField(one: Case, { member, value: given }: FieldFilter): boolean {
  const held = fieldOf(one, given.id) ?? null
  const operand = givenValue(given)
  if (member === 'contains') return contains(held, operand)
  const order = compareValues(held, operand)
  if (order === null) return false
  switch (member) {
    case 'equalTo':
      return order === 0
    case 'greaterThan':
      return order > 0
    case 'greaterThanOrEqualTo':
      return order >= 0
    case 'lessThan':
      return order < 0
    case 'lessThanOrEqualTo':
      return order <= 0
  }
}

// How the service folds case is undocumented; a choice: `contains` ignores it, `equalTo` does not.
function contains(held: FieldValue, operand: FieldValue): boolean {
  return typeof held === 'string' && typeof operand === 'string' && held.toLowerCase().includes(operand.toLowerCase())
}
