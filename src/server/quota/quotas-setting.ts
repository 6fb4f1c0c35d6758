import { z } from 'zod'
import { parseJson } from '../parse-json.ts'
import { accountQuotas, forEachOperation, type Quotas } from './account-quotas.ts'

const quota = z.union([z.strictObject({ rate: z.number().positive(), burst: z.int().min(1) }), z.literal('off')])

const byOperation = z.strictObject(forEachOperation((operation) => quota.default(accountQuotas[operation])))

const noQuotas: Quotas = forEachOperation(() => 'off')

const form = 'must be on, off, or JSON of some operations such as {"ListCasesForContact":{"rate":10,"burst":20}}'

/** The setting `QUOTAS`: `on`, those of a new account; `off`, none, for an emulator that has none; JSON, some instead of the account's. */
export const quotasSetting = z.string().transform((text, context): Quotas => {
  if (text === 'off') return noQuotas
  const parsed = byOperation.safeParse(text === 'on' ? {} : parseJson(text))
  if (parsed.success) return parsed.data
  context.issues.push({ code: 'custom', message: form, input: text })
  return z.NEVER
})
