declare const value: unique symbol

type Kind =
  | {
      readonly kind: 'text'
      readonly min: number
      readonly max: number
      readonly oneOf?: readonly string[]
      readonly pattern?: RegExp
    }
  | { readonly kind: 'integer'; readonly min: number; readonly max: number }
  | { readonly kind: 'double' }
  | { readonly kind: 'boolean' }
  | { readonly kind: 'list'; readonly min: number; readonly max: number; readonly item: Shape<unknown> }
  | { readonly kind: 'structure'; readonly members: Readonly<Record<string, Member<unknown>>> }
  | { readonly kind: 'union'; readonly members: Readonly<Record<string, Shape<unknown>>> }

/** What a value of a request may be, as the service model says it. It is data; `T` is what reading it gives. */
export type Shape<T> = Kind & { readonly [value]?: T }

/** A member of a structure: its shape, and whether a request may leave it out. */
export interface Member<T> {
  readonly shape: Kind
  readonly required: boolean
  readonly [value]?: T
}

type StructureOf<M> = { readonly [K in keyof M]: M[K] extends Member<infer T> ? T : never }
type UnionOf<M> = {
  readonly [K in keyof M]: { readonly member: K; readonly value: M[K] extends Shape<infer T> ? T : never }
}[keyof M]

export function text(min: number, max: number, pattern?: RegExp): Shape<string> {
  return { kind: 'text', min, max, ...(pattern === undefined ? {} : { pattern }) }
}

export function oneOf<const V extends string>(...values: readonly V[]): Shape<V> {
  return { kind: 'text', min: 0, max: Number.POSITIVE_INFINITY, oneOf: values }
}

export function integer(min: number, max: number): Shape<number> {
  return { kind: 'integer', min, max }
}

export const double: Shape<number> = { kind: 'double' }
export const boolean: Shape<boolean> = { kind: 'boolean' }

export function list<T>(item: Shape<T>, min: number, max: number): Shape<readonly T[]> {
  return { kind: 'list', min, max, item }
}

export function structure<M extends Readonly<Record<string, Member<unknown>>>>(members: M): Shape<StructureOf<M>> {
  return { kind: 'structure', members }
}

/** Exactly one of the members, read as `{ member, value }` so that code can switch on it. */
export function union<M extends Readonly<Record<string, Shape<unknown>>>>(members: M): Shape<UnionOf<M>> {
  return { kind: 'union', members }
}

export function required<T>(shape: Shape<T>): Member<T> {
  return { shape, required: true }
}

export function optional<T>(shape: Shape<T>): Member<T | undefined> {
  return { shape, required: false }
}

/** Ids and ARNs have no pattern in the service model: any 1 to 500 characters. */
export const id = text(1, 500)

/** A token is as long as the service likes, up to 9,000 characters, and may be empty. */
export const nextToken = text(0, 9000)

/** The domain whose list is asked for, and the page of it that is wanted, of this many items at the most. */
export function pageOfDomain(most: number) {
  return { domainId: required(id), maxResults: optional(integer(1, most)), nextToken: optional(nextToken) }
}
