import type { Performer } from './entities.ts'
import { id, optional, type Shape, structure, text, union } from './shape.ts'

/** A name of the service: it does not end in white space. */
export const name = text(1, 100, /\S$/)

export const description = optional(text(0, 255))

export const performedBy = union({
  userArn: id,
  customEntity: text(1, 500, /^[a-zA-Z0-9_\-.@:/ ]*[a-zA-Z0-9_\-.@:/]$/),
})

/** Members that the emulator takes and does not look into. */
export const ignored = structure({})

/** Who made a change, as it is kept; nothing where the request does not say. */
export function performerOf(given: ShapeValue<typeof performedBy> | undefined): { performedBy?: Performer } {
  if (given === undefined) return {}
  const { member, value } = given
  return { performedBy: member === 'userArn' ? { userArn: value } : { customEntity: value } }
}

type ShapeValue<S> = S extends Shape<infer T> ? T : never
