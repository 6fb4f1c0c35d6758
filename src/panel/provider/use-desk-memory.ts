import { QueryClient } from '@tanstack/react-query'
import { useLayoutEffect, useMemo, useState } from 'react'
import type { CasesClient } from '../../cases/cases-client.ts'
import type { CasesMemory } from '../../cases/cases-in-memory.ts'
import type { ContactSource } from '../../contact/contact-source.ts'
import { watchDesk } from '../watch-desk.ts'

interface DeskMemoryOptions {
  readonly source: ContactSource
  readonly client: CasesClient
  /** The desktop's own; without one, what is read has a memory of its own, which goes with the session. */
  readonly queryClient: QueryClient | undefined
  /** Names who is signed in, another for each sign-in; null: nobody is. */
  readonly session: number | null
}

export interface DeskMemory {
  readonly memory: CasesMemory
  readonly isOpen: boolean
}

/**
 * What is remembered of one agent's desk in one session. It is opened before the first paint, after what the session
 * before it left was forgotten: until then nothing may be read from it, not even in a commit that nobody sees.
 */
export function useDeskMemory({ source, client, queryClient, session }: DeskMemoryOptions): DeskMemory {
  const scope = useMemo(() => ({ source, client, queryClient, session }), [source, client, queryClient, session])
  const closed = useMemo(() => ({ memory: { client, queryClient: new QueryClient() }, isOpen: false }), [client])
  const [open, setOpen] = useState<(DeskMemory & { readonly scope: typeof scope }) | null>(null)
  // In the layout phase: children subscribe after it, so what a contact leaves is forgotten before they look.
  useLayoutEffect(() => {
    if (scope.session === null) return
    const memory = { client: scope.client, queryClient: scope.queryClient ?? new QueryClient() }
    const forget = watchDesk({ source: scope.source, ...memory })
    setOpen({ scope, memory, isOpen: true })
    return forget
  }, [scope])
  return open?.scope === scope ? open : closed
}
