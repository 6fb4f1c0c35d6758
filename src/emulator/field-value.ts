import type { Case, FieldValue } from './entities.ts'
import { boolean, double, id, required, type Shape, structure, text, union } from './shape.ts'

export type GivenField = typeof givenField extends Shape<infer T> ? T : never

/** The union of a field's value, as requests have it. There is no date: DateTime fields travel as ISO 8601 texts. */
export const givenField = structure({
  id: required(id),
  value: required(
    union({
      stringValue: text(0, 4100),
      doubleValue: double,
      booleanValue: boolean,
      emptyValue: structure({}),
      userArnValue: text(0, Number.POSITIVE_INFINITY),
    }),
  ),
})

/** The value that a request gives, as it is kept. */
export function givenValue({ value }: GivenField): FieldValue {
  switch (value.member) {
    case 'emptyValue':
      return null
    case 'userArnValue':
      return { userArn: value.value }
    default:
      return value.value
  }
}

/** The value of a field of a case; undefined where the case has none. `case_id` is a field that every case has. */
export function fieldOf(one: Case, fieldId: string): FieldValue | undefined {
  if (fieldId === 'case_id') return one.caseId
  return Object.hasOwn(one.fields, fieldId) ? one.fields[fieldId] : undefined
}

/**
 * The named fields of a case, as answers have them; a field named twice is given once.
 * A field without a value is left out: whether the service does that or says `emptyValue` is undocumented, so a choice.
 */
export function wireFields(
  one: Case,
  fields: readonly { readonly id: string }[],
): { readonly id: string; readonly value: object }[] {
  return [...new Set(fields.map((field) => field.id))].flatMap((id) => {
    const value = fieldOf(one, id)
    return value === undefined ? [] : { id, value: wireValue(value) }
  })
}

// Exactly one member: boto3 cannot read a union with none or two.
function wireValue(value: FieldValue): object {
  if (value === null) return { emptyValue: {} }
  switch (typeof value) {
    case 'string':
      return { stringValue: value }
    case 'number':
      return { doubleValue: value }
    case 'boolean':
      return { booleanValue: value }
    case 'object':
      return { userArnValue: value.userArn }
  }
}
