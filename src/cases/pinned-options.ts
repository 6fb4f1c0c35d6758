import { hashKey } from '@tanstack/react-query'

// What takes a default away, where the types have no `undefined`.
const absent = undefined as never

/**
 * What a desktop's own QueryClient may have as defaults for all queries, and what queries of cases never take from it:
 * a placeholder is another contact's answer, a persister writes titles to disk, the rest asks when nobody needs it.
 */
export const pinnedOptions = {
  enabled: true,
  initialData: () => undefined,
  notifyOnChangeProps: absent,
  persister: absent,
  placeholderData: () => undefined,
  queryKeyHashFn: hashKey,
  refetchInterval: false,
  refetchOnMount: true,
  select: absent,
  structuralSharing: true,
  throwOnError: false,
} as const
