import { useRef } from 'react'
import type { HeldCount } from '../../cases/held-counts.ts'
import type { DeskContact } from '../../contact/contact-source.ts'
import type { Words } from '../../locales/words.ts'
import { type LostFocus, useNoteLostFocus } from '../focus-area.tsx'
import { ChannelIcon } from '../heading/channel-icon.tsx'
import { contactName } from '../heading/contact-name.ts'
import { PhaseShape, PhaseTime } from '../heading/phase-badge.tsx'
import { useWords } from '../words-context.tsx'

interface ContactTabProps {
  readonly contact: DeskContact
  /** null: its cases were not read yet. */
  readonly count: HeldCount | null
  readonly panelId: string
  readonly selected: boolean
  /** Whether the Tab key comes here. */
  readonly isStop: boolean
  readonly lostFocus: LostFocus
  readonly onFocus: () => void
  readonly onChoose: () => void
}

/** The element id of a contact's tab. */
export function tabId(panelId: string, { contactId }: DeskContact): string {
  return `${panelId}-${contactId}`
}

export function ContactTab({ contact, count, panelId, selected, isStop, lostFocus, ...on }: ContactTabProps) {
  const tab = useRef<HTMLButtonElement>(null)
  useNoteLostFocus(lostFocus, tab)
  const words = useWords()
  const { messages } = words
  const name = contactName(contact, messages)
  const phaseName = contact.phase && messages.phases[contact.phase]
  return (
    <button
      type="button"
      role="tab"
      className="contact-cases-tab"
      id={tabId(panelId, contact)}
      aria-selected={selected}
      aria-controls={selected ? panelId : undefined}
      tabIndex={isStop ? 0 : -1}
      data-tooltip={[name, phaseName, countOf(count, words)].filter((part) => part !== null).join(', ')}
      onFocus={on.onFocus}
      onClick={on.onChoose}
      ref={tab}
    >
      <ChannelIcon channel={contact.channel} />
      <span className="contact-cases-unseen">{messages.channels[contact.channel]} </span>
      <bdi className="contact-cases-tab-name">{contact.queueName ?? messages.channels[contact.channel]}</bdi>
      {contact.phase && (
        <>
          <PhaseShape phase={contact.phase} />
          <span className="contact-cases-unseen">, {phaseName}, </span>
          {contact.phaseSince !== null && <PhaseTime since={contact.phaseSince} />}
        </>
      )}
      <span className="contact-cases-unseen">, {countOf(count, words)}</span>
      {count !== null && (
        <span className="contact-cases-tab-count" aria-hidden="true">
          {words.number(count.loaded)}
          {count.hasNext && '+'}
        </span>
      )}
    </button>
  )
}

function countOf(count: HeldCount | null, { messages, plural }: Words): string {
  if (count === null) return messages.switcher.notRead
  return plural(count.hasNext ? messages.count.loadedOfMore : messages.count.all, count.loaded)
}
