import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { CasesClient } from '../cases/cases-client.ts'
import type { ContactSource } from '../contact/contact-source.ts'
import { DeskView } from './desk-view.tsx'
import { useVisibility } from './panel-visibility.ts'
import { useDesk } from './use-desk.ts'
import { watchDesk } from './watch-desk.ts'

interface DeskProps {
  readonly source: ContactSource
  readonly client: CasesClient
  readonly autoLoadMore: boolean
}

/** The desk of one agent, and what the panel remembers of it: when this goes, so does all of that. */
export function Desk({ source, client, autoLoadMore }: DeskProps) {
  // A memory of its own: what the panel forgets cannot live on in a cache that the page shares.
  const [queryClient] = useState(() => new QueryClient())
  const visibility = useVisibility()
  useEffect(() => watchDesk({ source, client, queryClient, visibility }), [source, client, queryClient, visibility])
  const desk = useDesk(source)
  return (
    <QueryClientProvider client={queryClient}>
      <DeskView desk={desk} client={client} autoLoadMore={autoLoadMore} />
    </QueryClientProvider>
  )
}
