import type { CasesClient } from '../cases/cases-client.ts'
import type { DeskState } from '../contact/contact-source.ts'
import { contactToShow } from '../contact/contact-to-show.ts'
import { en } from '../locales/en.ts'
import { ContactView } from './contact-view.tsx'
import { Notice } from './notice.tsx'

interface DeskViewProps {
  readonly desk: DeskState
  readonly client: CasesClient
  readonly caseUrlTemplate: string | undefined
}

/** What the desk's state calls for: a notice, or the contact to show. */
export function DeskView({ desk, client, caseUrlTemplate }: DeskViewProps) {
  if (desk.status === 'connecting') return <Notice tone="calm" {...en.connecting} />
  if (desk.status === 'failed') return <Notice tone="error" {...en.deskProblems[desk.problem.code]} />
  const contact = contactToShow(desk)
  if (contact === null) return <Notice tone="calm" {...en.noContact} />
  // The key: nothing one contact's view remembers may be there for the next.
  return <ContactView key={contact.contactArn} contact={contact} client={client} caseUrlTemplate={caseUrlTemplate} />
}
