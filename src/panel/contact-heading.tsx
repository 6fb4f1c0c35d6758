import type { Ref } from 'react'
import type { CasesView } from '../cases/cases-view.ts'
import type { DeskContact } from '../contact/contact-source.ts'
import { en } from '../locales/en.ts'
import { fill, plural } from '../locales/plural.ts'
import { ChannelIcon } from './channel-icon.tsx'

interface ContactHeadingProps {
  readonly contact: DeskContact
  readonly view: CasesView
  readonly headingRef: Ref<HTMLHeadingElement>
}

/** Names the contact, so that two of them can be told apart, and says how many cases are loaded. */
export function ContactHeading({ contact, view, headingRef }: ContactHeadingProps) {
  const { channel, queueName, phase, contactId, initialContactArn } = contact
  return (
    <header className="contact-cases-header">
      <ChannelIcon channel={channel} />
      <div className="contact-cases-header-text">
        <h2 className="contact-cases-title" ref={headingRef} tabIndex={-1}>
          {queueName === null ? en.channels[channel] : `${en.channels[channel]} · ${queueName}`}
        </h2>
        <p className="contact-cases-count">{countText(view)}</p>
      </div>
      <div className="contact-cases-facts">
        <span className={`contact-cases-phase contact-cases-phase-${phase}`}>{en.phases[phase]}</span>
        {initialContactArn !== null && <span className="contact-cases-mark">{en.transferred}</span>}
        <span className="contact-cases-id" title={fill(en.contactId, { id: contactId })}>
          {shortId(contactId)}
        </span>
      </div>
    </header>
  )
}

// The end of an id: ids of one desk often begin alike.
function shortId(contactId: string): string {
  return contactId.length <= 9 ? contactId : `…${contactId.slice(-8)}`
}

function countText(view: CasesView): string {
  if (view.status === 'empty') return plural(en.locale, en.caseCount, 0)
  if (view.status !== 'rows') return ''
  if (view.hasNext) return plural(en.locale, en.loadedCountOfMore, view.count)
  return plural(en.locale, view.more.status === 'none' ? en.caseCount : en.loadedCount, view.count)
}
