import { z } from 'zod'
import { operationName } from './operation-name.ts'

const ms = z
  .number()
  .nonnegative()
  .max(2 ** 31 - 1) // the longest timer there is
const seed = z.int().default(1)

const quota = z.strictObject({ rate: z.number().positive(), burst: z.number().min(1) })

const latency = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('fixed'), ms }),
  z
    .strictObject({ kind: z.literal('uniform'), minMs: ms, maxMs: ms, seed })
    .refine(({ minMs, maxMs }) => minMs <= maxMs, 'minMs must not be more than maxMs'),
  z
    .strictObject({ kind: z.literal('lognormal'), medianMs: ms.positive(), p99Ms: ms, seed })
    .refine(({ medianMs, p99Ms }) => medianMs <= p99Ms, 'medianMs must not be more than p99Ms'),
])

/** A key that requests may be signed with. */
const accessKey = z.strictObject({
  accessKeyId: z.string().min(1),
  secretAccessKey: z.string().min(1),
  /** That of a temporary key, which its requests must carry. */
  sessionToken: z.string().min(1).optional(),
  /** Actions as a policy names them, such as `cases:ListCasesForContact`, or all of them. */
  permissions: z.union([z.literal('*'), z.array(z.string())]).default('*'),
  expired: z.boolean().default(false),
})

export const accessKeys = z.array(accessKey)

/** How the emulator behaves. All of it can be changed while it runs. */
export const switchesSchema = z.strictObject({
  /** The account's defaults, none, or those of some operations instead of the account's. */
  quotas: z.union([z.enum(['on', 'off']), z.record(operationName, z.union([quota, z.literal('off')]))], {
    error: 'must be "on", "off" or quotas by operation',
  }),
  /** By operation, or `*` for every other one. */
  latency: z.record(z.union([z.literal('*'), operationName]), latency),
  /** How long ListCasesForContact does not see a new link. */
  linkDelayMs: ms,
  /** Null: tokens live for ever. */
  tokenLifetimeMs: ms.nullable(),
  /** The keys that signatures are checked with; `off` takes any request, signed or not. */
  keys: z.union([z.literal('off'), accessKeys], { error: 'must be "off" or a list of keys' }),
})

export type Switches = z.output<typeof switchesSchema>
export type Latency = z.output<typeof latency>
export type AccessKey = z.output<typeof accessKey>

/** Some of the switches: what a caller sets leaves the others as they are. */
export const switchChanges = switchesSchema.exactPartial()
export type SwitchChanges = z.input<typeof switchChanges>

/** How the service behaves, as far as is known, except that nobody's signature is checked. */
export const usualSwitches: Switches = {
  quotas: 'on',
  latency: {},
  linkDelayMs: 0,
  tokenLifetimeMs: null,
  keys: 'off',
}
