import type { Ref } from 'react'
import type { CasesView } from '../cases/cases-view.ts'
import type { DeskContact } from '../contact/contact-source.ts'
import { fill } from '../locales/plural.ts'
import type { Words } from '../locales/words.ts'
import { ChannelIcon } from './channel-icon.tsx'
import { useWords } from './words-context.tsx'

interface ContactHeadingProps {
  readonly contact: DeskContact
  readonly view: CasesView
  readonly headingRef: Ref<HTMLHeadingElement>
}

/** Names the contact, so that two of them can be told apart, and says how many cases are loaded. */
export function ContactHeading({ contact, view, headingRef }: ContactHeadingProps) {
  const words = useWords()
  const { messages } = words
  const { channel, queueName, phase, contactId, initialContactArn } = contact
  return (
    <header className="contact-cases-header">
      <ChannelIcon channel={channel} />
      <div className="contact-cases-header-text">
        <h2 className="contact-cases-title" ref={headingRef} tabIndex={-1}>
          {queueName === null ? messages.channels[channel] : `${messages.channels[channel]} · ${queueName}`}
        </h2>
        <p className="contact-cases-count">{countText(words, view)}</p>
      </div>
      <div className="contact-cases-facts">
        <span className={`contact-cases-phase contact-cases-phase-${phase}`}>{messages.phases[phase]}</span>
        {initialContactArn !== null && <span className="contact-cases-mark">{messages.contact.transferred}</span>}
        <span className="contact-cases-id" title={fill(messages.contact.id, { id: contactId })}>
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

function countText({ messages, plural }: Words, view: CasesView): string {
  if (view.status === 'empty') return plural(messages.count.all, 0)
  if (view.status !== 'rows') return ''
  if (view.hasNext) return plural(messages.count.loadedOfMore, view.cases.length)
  return plural(view.more.status === 'none' ? messages.count.all : messages.count.loaded, view.cases.length)
}
