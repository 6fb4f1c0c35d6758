import { useMemo, useRef } from 'react'
import type { CaseRow } from '../cases/case-rows.ts'
import type { CasesMemory } from '../cases/cases-in-memory.ts'
import { toListRows } from '../cases/list-options.ts'
import type { DeskContact } from '../contact/contact-source.ts'
import { ContactBody } from './contact-body.tsx'
import { useTellContact } from './events/use-tell-contact.ts'
import { type LostFocus, useNoteLostFocus, useTakeLostFocus } from './focus-area.tsx'
import { ContactHeader } from './heading/contact-header.tsx'
import { filteredText } from './heading/count-text.ts'
import type { CaseListHandle } from './list/case-grid.tsx'
import { useOpenHelp } from './shortcuts/shortcut-help-host.tsx'
import { useShortcut } from './shortcuts/use-shortcuts.ts'
import { StaleStrip } from './states/stale-strip.tsx'
import { tabId } from './switcher/contact-tab.tsx'
import type { PinChoice } from './switcher/pin.ts'
import { useCaseFilter } from './toolbar/case-filter.ts'
import { FilterField } from './toolbar/filter-field.tsx'
import { Toolbar } from './toolbar/toolbar.tsx'
import { useListOptions } from './toolbar/use-list-options.ts'
import { useAnnounceChanges, useAnnounceContact } from './use-announcements.ts'
import { useShownCases } from './use-shown-cases.ts'
import { useSteady } from './use-steady.ts'
import { useWords } from './words-context.tsx'

interface ContactViewProps {
  readonly contact: DeskContact
  readonly memory: CasesMemory
  readonly autoLoadMore: boolean
  /** null: there is no other contact to keep this one from. */
  readonly pin: PinChoice | null
  /** The id of this view, for its tab; null: there are no tabs. */
  readonly panelId: string | null
  readonly lostFocus: LostFocus
}

const noCases: readonly CaseRow[] = []

/** One contact: its name, and the cases linked to it. */
export function ContactView({ contact, memory, autoLoadMore, pin, panelId, lostFocus }: ContactViewProps) {
  const words = useWords()
  const view = useRef<HTMLDivElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const list = useRef<CaseListHandle>(null)
  useNoteLostFocus(lostFocus, view)
  useTakeLostFocus(lostFocus, heading)

  const state = useShownCases(memory, contact)
  const filter = useCaseFilter()
  const options = useListOptions(filter.text)
  const cases = state.view.status === 'rows' ? state.view.cases : noCases
  const listed = useMemo(() => toListRows(cases, state.templates, options), [cases, state.templates, options])

  useTellContact(contact, state)
  useAnnounceContact(contact, state.view)
  const noteRefresh = useAnnounceChanges(state.changed)
  const refresh = useSteady(() => {
    noteRefresh()
    if (state.view.status === 'failed') state.readOn()
    else state.refresh()
  })
  const hasList = state.view.status === 'rows' || state.view.status === 'loading'
  useShortcut('refresh', refresh)
  useShortcut('filter', hasList ? filter.open : null)

  return (
    <div
      className="contact-cases-contact"
      ref={view}
      {...(panelId !== null && { role: 'tabpanel', id: panelId, 'aria-labelledby': tabId(panelId, contact) })}
    >
      <ContactHeader contact={contact} view={state.view} pin={pin} headingRef={heading} />
      <Toolbar
        filter={hasList ? filter : null}
        refreshing={'refresh' in state.view && state.view.refresh.status === 'running'}
        onRefresh={refresh}
        onHelp={useOpenHelp()}
      />
      {hasList && filter.isOpen && (
        <FilterField
          filter={filter}
          result={filteredText(words, listed.shown, state.view)}
          onEnter={() => list.current?.focus()}
        />
      )}
      {'refresh' in state.view && <StaleStrip view={state.view} onRefresh={refresh} lostFocus={lostFocus} />}
      <ContactBody {...{ contact, state, listed, filter, list, autoLoadMore, lostFocus }} onRefresh={refresh} />
    </div>
  )
}
