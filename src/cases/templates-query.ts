import { queryOptions } from '@tanstack/react-query'
import type { TemplateResponse } from '../contract/answers.ts'
import type { CasesClient } from './cases-client.ts'
import type { CasesError } from './cases-problem.ts'
import { pinnedOptions } from './pinned-options.ts'
import { createRetryPolicy } from './retry-policy.ts'

const retryPolicy = createRetryPolicy(Math.random)

/** A template of the domain: its name heads the cases made from it. */
export type Template = TemplateResponse

const minute = 60_000

/** Every template the domain lists. Administrators change them seldom, so a list serves for minutes. */
export function templatesQuery(client: CasesClient) {
  return queryOptions<readonly Template[], CasesError>({
    ...pinnedOptions,
    ...retryPolicy,
    queryKey: ['case-templates', client.domainId],
    queryFn: async ({ signal }) => (await client.listTemplates(signal)).templates,
    staleTime: 10 * minute,
    gcTime: 30 * minute,
  })
}

/** The beginning of the key of every template that is asked for by its id. */
export function templateKey(client: CasesClient) {
  return ['case-template', client.domainId] as const
}

/**
 * One template that the list does not have: deleted since its cases were made, or made since the list was read.
 * Asked for once a session, and tried again once: without its name the cases are there all the same.
 */
export function templateQuery(client: CasesClient, templateId: string) {
  return queryOptions<Template, CasesError>({
    ...pinnedOptions,
    ...retryPolicy,
    queryKey: [...templateKey(client), templateId],
    queryFn: ({ signal }) => client.getTemplate(templateId, signal),
    retry: (failures, error) => failures === 0 && retryPolicy.retry(failures, error),
    retryOnMount: false,
    staleTime: 'static',
    gcTime: Number.POSITIVE_INFINITY,
  })
}

/** Ids of templates that cases have and the list does not; none while there is no list. */
export function unlistedTemplates(
  cases: readonly { readonly templateId: string }[],
  listed: readonly Template[] | null,
): readonly string[] {
  if (listed === null) return []
  const known = new Set(listed.map((template) => template.templateId))
  return [...new Set(cases.map((each) => each.templateId))].filter((templateId) => !known.has(templateId))
}
