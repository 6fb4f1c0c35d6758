import { type Answer, failure } from './answer.ts'

/** "Amazon Connect Cases service quotas" in the Amazon Connect Administrator Guide, as a new account has them. */
export const quotas = {
  templatesPerDomain: 100,
  fieldsPerDomain: 500,
  optionsPerField: 500,
  relatedItemsPerCase: 200,
} as const

export function overQuota(what: string, most: number): Answer {
  return failure('ServiceQuotaExceededException', `There cannot be more than ${most} ${what}`)
}
