import { expect, test } from 'vitest'
import { idSchema } from './id.ts'

test('an id is any text of 1 to 500 characters', () => {
  for (const id of ['a', 'Fall 17/ä 😀', 'x'.repeat(500)]) expect(idSchema.safeParse(id).success).toBe(true)
  for (const id of ['', 'x'.repeat(501), 7]) expect(idSchema.safeParse(id).success).toBe(false)
})

test('half a character is no id: no URL can hold it', () => {
  for (const id of ['\ud800', 'case-\udc00-1']) expect(idSchema.safeParse(id).success).toBe(false)
})
