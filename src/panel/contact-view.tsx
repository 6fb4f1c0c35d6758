import { useMemo, useRef } from 'react'
import type { CaseRow } from '../cases/case-rows.ts'
import type { CasesClient } from '../cases/cases-client.ts'
import { type ListOptions, toListRows } from '../cases/list-options.ts'
import type { DeskContact } from '../contact/contact-source.ts'
import { ContactHeading } from './contact-heading.tsx'
import { ListRows } from './list-rows.tsx'
import { LoadMore } from './load-more.tsx'
import { Notice } from './notice.tsx'
import { Skeleton } from './skeleton.tsx'
import { useContactCases } from './use-contact-cases.ts'
import { useWords } from './words-context.tsx'

interface ContactViewProps {
  readonly contact: DeskContact
  readonly client: CasesClient
  readonly autoLoadMore: boolean
}

const noCases: readonly CaseRow[] = []
const options: ListOptions = { grouped: true, order: 'listed', filter: '', collapsed: new Set() }

/** One contact: its name, and the cases linked to it. */
export function ContactView({ contact, client }: ContactViewProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  const { messages } = useWords()
  const { view, templates, readOn } = useContactCases(client, contact)

  const cases = view.status === 'rows' ? view.cases : noCases
  const { rows } = useMemo(() => toListRows(cases, templates, options), [cases, templates])

  function retry() {
    // The button goes away with the notice: keep the keyboard's place.
    heading.current?.focus()
    readOn()
  }

  return (
    <>
      <ContactHeading contact={contact} view={view} headingRef={heading} />
      {view.status === 'loading' && <Skeleton />}
      {view.status === 'empty' && <Notice tone="calm" {...messages.empty} />}
      {view.status === 'failed' && (
        <Notice
          tone="error"
          title={messages.casesProblems.title}
          text={messages.casesProblems[view.problem.code]}
          onRetry={retry}
        />
      )}
      {view.status === 'rows' && (
        <>
          <ListRows rows={rows} />
          <LoadMore count={view.cases.length} more={view.more} onReadOn={readOn} />
        </>
      )}
    </>
  )
}
