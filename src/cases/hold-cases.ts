import { InfiniteQueryObserver, QueryObserver } from '@tanstack/react-query'
import type { ContactArn } from '../contact/contact-arn.ts'
import { caseDetailsKey } from './case-details-query.ts'
import type { CasesMemory } from './cases-in-memory.ts'
import { contactCasesQuery } from './contact-cases-query.ts'
import { templateKey, templatesQuery } from './templates-query.ts'
import { watchDetails } from './watch-details.ts'

interface HoldOptions {
  readonly readAhead: boolean
  /** The agent's own contact that was transferred from this one, where there is one. */
  readonly throughContactArn: ContactArn | null
}

/**
 * Keeps what is read of a contact's cases in memory, and a request running that the panel stopped waiting for. A
 * contact that is read ahead is asked for at once, with the details of its cases. Returns what forgets all of it.
 */
export function holdCases(memory: CasesMemory, contactArn: ContactArn, options: HoldOptions): () => void {
  const { readAhead, throughContactArn } = options
  const { client, queryClient } = memory
  const purpose = readAhead ? 'ringing' : 'shown'
  const query = contactCasesQuery(client, contactArn, { throughContactArn, purpose })
  const observer = new InfiniteQueryObserver(queryClient, { ...query, enabled: readAhead })
  const release = observer.subscribe(() => {})
  const stop = readAhead ? watchDetails(memory, contactArn) : () => {}
  return () => {
    stop()
    release()
    queryClient.removeQueries({ queryKey: query.queryKey })
    queryClient.removeQueries({ queryKey: caseDetailsKey(client, contactArn) })
  }
}

/** The list of templates in memory: read when it is first wanted, and forgotten with every other template. */
export interface HeldTemplates {
  read(): void
  forget(): void
}

export function holdTemplates({ client, queryClient }: CasesMemory): HeldTemplates {
  const query = templatesQuery(client)
  const observer = new QueryObserver(queryClient, { ...query, enabled: false })
  const release = observer.subscribe(() => {})
  return {
    read: () => observer.setOptions({ ...query, enabled: true }),
    forget() {
      release()
      queryClient.removeQueries({ queryKey: query.queryKey })
      queryClient.removeQueries({ queryKey: templateKey(client) })
    },
  }
}
