import { QueryClient } from '@tanstack/react-query'
import { useLayoutEffect, useMemo, useState } from 'react'
import type { CasesClient } from '../../cases/cases-client.ts'
import type { CasesMemory } from '../../cases/cases-in-memory.ts'
import type { Visibility } from '../../cases/visibility.ts'
import type { ContactSource } from '../../contact/contact-source.ts'
import { watchDesk } from '../watch-desk.ts'

interface DeskMemoryOptions {
  readonly source: ContactSource
  readonly client: CasesClient
  /** The desktop's own, the first that is given; without one, what is read has a memory of its own. */
  readonly queryClient: QueryClient | undefined
  /** Names who is signed in, another for each sign-in; null: nobody is. */
  readonly session: number | null
  /** Whether anyone sees what is under it. */
  readonly visibility: Visibility
}

export interface DeskMemory {
  readonly memory: CasesMemory
  readonly isOpen: boolean
}

/**
 * What is remembered of one agent's desk in one session. It is opened before the first paint, after what the session
 * before it left was forgotten: until then nothing may be read from it, not even in a commit that nobody sees.
 */
export function useDeskMemory({ source, client, session, visibility, ...given }: DeskMemoryOptions): DeskMemory {
  // One for as long as the provider is there: an observer of TanStack Query keeps the client that it was made with.
  const [queryClient] = useState(() => given.queryClient ?? new QueryClient())
  const memory = useMemo(() => ({ client, queryClient }), [client, queryClient])
  const scope = useMemo(() => ({ source, memory, session }), [source, memory, session])
  const [opened, setOpened] = useState<typeof scope | null>(null)
  // In the layout phase: children subscribe after it, so what a contact leaves is forgotten before they look.
  useLayoutEffect(() => {
    if (scope.session === null) return
    const forget = watchDesk({ source: scope.source, visibility, ...scope.memory })
    setOpened(scope)
    return forget
  }, [scope, visibility])
  return { memory, isOpen: opened === scope }
}
