import { useQueries, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { CasesMemory } from '../cases/cases-in-memory.ts'
import type { LinkedCase } from '../cases/cases-page.ts'
import { type Template, templateQuery, templatesQuery, unlistedTemplates } from '../cases/templates-query.ts'

/** The domain's templates, and those that these cases have besides; null: the list is not there, or not asked for. */
export function useTemplates(
  { client, queryClient }: CasesMemory,
  cases: readonly LinkedCase[],
  enabled: boolean,
): readonly Template[] | null {
  const listed = useQuery({ ...templatesQuery(client), enabled }, queryClient).data ?? null
  const queries = useMemo(
    () => unlistedTemplates(cases, listed).map((templateId) => templateQuery(client, templateId)),
    [client, cases, listed],
  )
  const unlisted = useQueries({ queries, combine: templatesIn }, queryClient)
  return useMemo(() => (listed === null ? null : [...listed, ...unlisted]), [listed, unlisted])
}

function templatesIn(results: readonly { readonly data?: Template | undefined }[]): Template[] {
  return results.flatMap(({ data }) => (data === undefined ? [] : [data]))
}
