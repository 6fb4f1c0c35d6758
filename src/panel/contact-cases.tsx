import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import type { CasesClient } from '../cases/cases-client.ts'
import type { ContactSource } from '../contact/contact-source.ts'
import { type CaseLinks, CaseLinksContext } from './case-links.tsx'
import { caseUrl } from './case-url.ts'
import { DeskView } from './desk-view.tsx'
import { useDesk } from './use-desk.ts'
import { watchDesk } from './watch-desk.ts'
import { useWords } from './words-context.tsx'
import './tokens.css'
import './panel.css'
import './rows.css'
import './states.css'

export interface ContactCasesProps {
  /** Says which contact the agent has. */
  readonly source: ContactSource
  /** Asks for the contact's cases. */
  readonly client: CasesClient
  /** What a case opens, with `{caseId}` where its id goes; without it case rows are not links. */
  readonly caseUrlTemplate?: string | undefined
  /** Opens a case in the host; without it, `caseUrlTemplate` opens in a new tab. */
  readonly onOpenCase?: ((caseId: string) => void) | undefined
}

/** The panel: names the contact the agent looks at and shows every case linked to it. */
export function ContactCases({ source, client, caseUrlTemplate, onOpenCase }: ContactCasesProps) {
  // A memory of its own: what the panel forgets cannot live on in a cache that the page shares.
  const [queryClient] = useState(() => new QueryClient())
  useEffect(() => watchDesk({ source, client, queryClient }), [source, client, queryClient])
  const desk = useDesk(source)
  const { messages } = useWords()
  const links = useMemo((): CaseLinks => {
    const urlOf = (caseId: string) => (caseUrlTemplate === undefined ? null : caseUrl(caseUrlTemplate, caseId))
    return { urlOf, onOpenCase: onOpenCase ?? null }
  }, [caseUrlTemplate, onOpenCase])
  return (
    <QueryClientProvider client={queryClient}>
      <CaseLinksContext value={links}>
        <section className="contact-cases" aria-label={messages.panel}>
          <DeskView desk={desk} client={client} />
        </section>
      </CaseLinksContext>
    </QueryClientProvider>
  )
}
