import { queryOptions } from '@tanstack/react-query'
import type { TemplatesResponse } from '../contract/templates.ts'
import type { CasesClient } from './cases-client.ts'
import type { CasesError } from './cases-problem.ts'
import { retryPolicy } from './retry-policy.ts'

/** A template of the domain: its name heads the cases made from it. */
export type Template = TemplatesResponse['templates'][number]

const minute = 60_000

/** Every template the domain lists. Administrators change them seldom, so a list serves for minutes. */
export function templatesQuery(client: CasesClient) {
  return queryOptions<readonly Template[], CasesError>({
    ...retryPolicy,
    queryKey: ['case-templates', client.domainId],
    queryFn: async ({ signal }) => (await client.listTemplates(signal)).templates,
    staleTime: 10 * minute,
    gcTime: 30 * minute,
  })
}
