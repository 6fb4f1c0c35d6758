import { useRef } from 'react'
import type { CasesClient } from '../cases/cases-client.ts'
import type { DeskContact } from '../contact/contact-source.ts'
import { en } from '../locales/en.ts'
import { ContactHeading } from './contact-heading.tsx'
import { ListRows } from './list-rows.tsx'
import { LoadMore } from './load-more.tsx'
import { Notice } from './notice.tsx'
import { Skeleton } from './skeleton.tsx'
import { useContactCases } from './use-contact-cases.ts'

interface ContactViewProps {
  readonly contact: DeskContact
  readonly client: CasesClient
  readonly caseUrlTemplate: string | undefined
}

/** One contact: its name, and the cases linked to it. */
export function ContactView({ contact, client, caseUrlTemplate }: ContactViewProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  const { view, readOn } = useContactCases(client, contact)

  function retry() {
    // The button goes away with the notice: keep the keyboard's place.
    heading.current?.focus()
    readOn()
  }

  return (
    <>
      <ContactHeading contact={contact} view={view} headingRef={heading} />
      {view.status === 'loading' && <Skeleton />}
      {view.status === 'empty' && <Notice tone="calm" {...en.empty} />}
      {view.status === 'failed' && (
        <Notice
          tone="error"
          title={en.casesProblems.title}
          text={en.casesProblems[view.problem.code]}
          onRetry={retry}
        />
      )}
      {view.status === 'rows' && (
        <>
          <ListRows rows={view.rows} caseUrlTemplate={caseUrlTemplate} />
          <LoadMore count={view.count} more={view.more} onReadOn={readOn} />
        </>
      )}
    </>
  )
}
