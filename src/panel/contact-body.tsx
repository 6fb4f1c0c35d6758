import type { Ref } from 'react'
import type { CasesView } from '../cases/cases-view.ts'
import type { ListedRows } from '../cases/list-options.ts'
import type { DeskContact } from '../contact/contact-source.ts'
import { fill } from '../locales/plural.ts'
import { Button } from './button.tsx'
import { FocusArea, type LostFocus } from './focus-area.tsx'
import type { CaseListHandle } from './list/case-grid.tsx'
import { CaseList } from './list/case-list.tsx'
import { ContactSlot } from './slots/contact-slot.tsx'
import { useSlots } from './slots/slots-context.ts'
import { CasesFailure } from './states/cases-failure.tsx'
import { Notice } from './states/notice.tsx'
import { Skeleton } from './states/skeleton.tsx'
import type { CaseFilter } from './toolbar/case-filter.ts'
import { useCollapse } from './toolbar/use-list-options.ts'
import { useAppeared } from './use-appeared.ts'
import type { ContactCasesState } from './use-shown-cases.ts'
import { useSteady } from './use-steady.ts'
import { useWords } from './words-context.tsx'

interface ContactBodyProps {
  readonly contact: DeskContact
  readonly state: ContactCasesState
  readonly listed: ListedRows
  readonly filter: CaseFilter
  readonly list: Ref<CaseListHandle>
  readonly autoLoadMore: boolean
  readonly lostFocus: LostFocus
  readonly onRefresh: () => void
}

/** What the contact's cases call for: rows, or a notice in their place. */
export function ContactBody({ lostFocus, ...props }: ContactBodyProps) {
  return (
    // The key: a notice whose button was pressed goes, and the focus with it.
    <FocusArea key={props.state.view.status} className="contact-cases-body" lost={lostFocus}>
      <BodyOf {...props} />
    </FocusArea>
  )
}

function BodyOf({ contact, state, onRefresh, ...props }: Omit<ContactBodyProps, 'lostFocus'>) {
  const { view } = state
  switch (view.status) {
    case 'loading':
      return <Skeleton />
    case 'failed':
      return <CasesFailure failed={view} onRetry={state.readOn} onElapsed={state.readOn} />
    case 'empty':
      return <NoCases contact={contact} view={view} onRefresh={onRefresh} />
    case 'rows':
      return <Rows state={state} view={view} {...props} />
  }
}

interface NoCasesProps {
  readonly contact: DeskContact
  readonly view: CasesView
  readonly onRefresh: () => void
}

function NoCases({ contact, view, onRefresh }: NoCasesProps) {
  const { messages } = useWords()
  const { renderEmpty } = useSlots()
  const content = (
    <Notice tone="calm" {...messages.empty}>
      <Button label={messages.toolbar.refresh} onPress={onRefresh} />
    </Notice>
  )
  if (renderEmpty === undefined) return content
  return <ContactSlot name="renderEmpty" render={renderEmpty} {...{ contact, view, content }} />
}

interface RowsProps extends Omit<ContactBodyProps, 'contact' | 'lostFocus' | 'onRefresh'> {
  readonly view: Extract<ContactCasesState['view'], { status: 'rows' }>
}

function Rows({ state, view, listed, filter, list, autoLoadMore }: RowsProps) {
  const { messages } = useWords()
  const onCollapse = useCollapse()
  const { title, text } = messages.list.nothingMatches
  return (
    <>
      {listed.shown === 0 && filter.text !== '' && (
        <Notice tone="calm" title={title} text={fill(text, { text: filter.text })}>
          <Button label={messages.toolbar.clearFilter} onPress={filter.close} />
        </Notice>
      )}
      <CaseList
        rows={listed.rows}
        appeared={useAppeared(state.changed)}
        count={view.cases.length}
        more={view.more}
        autoLoadMore={autoLoadMore}
        onReadOn={state.readOn}
        onCollapse={onCollapse}
        onRetryDetails={useSteady(state.retryDetails)}
        ref={list}
      />
    </>
  )
}
