import { z } from 'zod'

/** The value of a field of a case; null: it has none. */
export type FieldValue = string | number | boolean | { readonly userArn: string } | null

/** The values of a case by field id; a field that is not there has no value. */
export type FieldValues = ReadonlyMap<string, FieldValue>

const userArn = z.string().transform((arn) => ({ userArn: arn }))

// The service's union: one member, and the SDK's `$unknown` in the place of one that came after its model.
const fieldValue = z
  .object({
    stringValue: z.string().nullish(),
    doubleValue: z.number().nullish(),
    booleanValue: z.boolean().nullish(),
    userArnValue: userArn.nullish(),
  })
  .transform(
    ({ stringValue, doubleValue, booleanValue, userArnValue }): FieldValue =>
      // An empty text is no value to whoever reads it.
      (stringValue || null) ?? doubleValue ?? booleanValue ?? userArnValue ?? null,
  )

/**
 * The fields of an answer, at most so many. Whether the service leaves a field without value out, or says null or
 * `emptyValue`, is undocumented: each is null.
 */
export function fieldValues(most: number) {
  const field = z.object({ id: z.string(), value: fieldValue.nullish() }).nullable()
  return z
    .array(field)
    .max(most)
    .transform(
      (fields): FieldValues =>
        new Map(fields.flatMap((one) => (one === null ? [] : [[one.id, one.value ?? null] as const]))),
    )
}
