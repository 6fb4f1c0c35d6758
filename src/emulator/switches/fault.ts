import { z } from 'zod'
import { operationName } from './operation-name.ts'

const positive = z.int().positive()

/** Which calls a fault strikes, of those of its operation since it was added. */
const when = z.union(
  [
    z.strictObject({ call: positive }),
    z.strictObject({ first: positive }),
    z.strictObject({ share: z.number().min(0).max(1), seed: z.int().default(1) }),
  ],
  { error: 'must be {"call": n}, {"first": n} or {"share": 0.5}' },
)

/** Every operation, and every call, unless it says otherwise. */
const strikes = { operation: operationName.optional(), when: when.optional() }

function fault<const K extends string, M extends z.ZodRawShape>(kind: K, members: M) {
  return z.strictObject({ kind: z.literal(kind), ...members, ...strikes })
}

/** What can go wrong between a caller and the service. */
export const faultSchema = z.discriminatedUnion('kind', [
  /** There is never an answer. */
  fault('hang', {}),
  /** The answer comes a byte at a time. */
  fault('drip', { everyMs: positive.default(1_000) }),
  /** The answer has this many blanks before it. */
  fault('hugeBody', { bytes: positive.default(105_000_000) }),
  /** The answer has one more member, of lists in lists. */
  fault('deepJson', { depth: positive.default(10_000) }),
  /** 200 with a page of HTML, as from a proxy. */
  fault('html', {}),
  /** 200 with JSON that is cut off. */
  fault('badJson', {}),
  /** Numbers where the model has strings. */
  fault('wrongTypes', {}),
  /** Each list of the answer that is not empty has this many items: more than the model allows, or was asked for. */
  fault('tooMany', { count: positive.default(11) }),
  /** 200 with none of the answer's members. */
  fault('missingMembers', {}),
  /** Ids of the answer are longer than the model allows. */
  fault('longIds', { length: positive.default(501) }),
  /** 503 with a page of HTML. */
  fault('unavailable', {}),
  /** What is asked is not taken: a ValidationException, as for a filter on a field that allows none. */
  fault('invalid', {}),
  fault('throttled', { retryAfterSeconds: z.int().nonnegative().optional() }),
  fault('serverError', {}),
  /** The connection breaks in the middle of the answer. A write has been done. */
  fault('reset', {}),
  fault('expiredCredentials', {}),
  fault('accessDenied', {}),
  /** The clock of the service is ahead, or behind where it is negative: a caller who goes by it is answered. */
  fault('clockSkew', { byMs: z.int().default(3_600_000) }),
  /** A token is refused. */
  fault('tokenRefused', {}),
  /** The answer to a token has the same one again. */
  fault('tokenRepeated', {}),
])

export type Fault = z.output<typeof faultSchema>
export type FaultInput = z.input<typeof faultSchema>
