import type { CasesClient } from '../cases/cases-client.ts'
import type { DeskState } from '../contact/contact-source.ts'
import { contactToShow } from '../contact/contact-to-show.ts'
import { ContactView } from './contact-view.tsx'
import { Notice } from './notice.tsx'
import { useWords } from './words-context.tsx'

interface DeskViewProps {
  readonly desk: DeskState
  readonly client: CasesClient
  readonly autoLoadMore: boolean
}

/** What the desk's state calls for: a notice, or the contact to show. */
export function DeskView({ desk, client, autoLoadMore }: DeskViewProps) {
  const { messages } = useWords()
  if (desk.status === 'connecting') return <Notice tone="calm" {...messages.connecting} />
  if (desk.status === 'failed') return <Notice tone="error" {...messages.deskProblems[desk.problem.code]} />
  const contact = contactToShow(desk)
  if (contact === null) return <Notice tone="calm" {...messages.noContact} />
  // The key: nothing one contact's view remembers may be there for the next.
  return <ContactView key={contact.contactArn} contact={contact} client={client} autoLoadMore={autoLoadMore} />
}
