import type { Ref } from 'react'
import type { CasesView } from '../../cases/cases-view.ts'
import type { DeskContact } from '../../contact/contact-source.ts'
import { fill } from '../../locales/plural.ts'
import { Icon } from '../icon.tsx'
import { IconButton } from '../icon-button.tsx'
import type { PinChoice } from '../switcher/pin.ts'
import { useWords } from '../words-context.tsx'
import { ChannelIcon } from './channel-icon.tsx'
import { contactName, shortId } from './contact-name.ts'
import { countText } from './count-text.ts'
import { PhaseBadge } from './phase-badge.tsx'

export interface ContactHeadingProps {
  readonly contact: DeskContact
  readonly view: CasesView
  /** null: there is no other contact to keep this one from. */
  readonly pin: PinChoice | null
  readonly headingRef: Ref<HTMLHeadingElement>
}

/** Names the contact, so that two of them can be told apart, and says how many cases are loaded. */
export function ContactHeading({ contact, view, pin, headingRef }: ContactHeadingProps) {
  const words = useWords()
  const { messages } = words
  const { phase, contactId, initialContactArn } = contact
  const rings = phase === 'incoming' || phase === 'connecting'
  return (
    <header
      className={rings ? 'contact-cases-header contact-cases-ringing' : 'contact-cases-header'}
      data-contact-id={contactId}
    >
      <ChannelIcon channel={contact.channel} />
      <div className="contact-cases-header-text">
        <h2 className="contact-cases-title" ref={headingRef} tabIndex={-1}>
          <bdi>{contactName(contact, messages)}</bdi>
        </h2>
        <p className="contact-cases-count">{countText(words, view)}</p>
      </div>
      {pin && <PinButton pin={pin} />}
      <div className="contact-cases-facts">
        <PhaseBadge phase={phase} phaseSince={contact.phaseSince} />
        {initialContactArn !== null && <span className="contact-cases-mark">{messages.contact.transferred}</span>}
        {pin?.pinned && <span className="contact-cases-mark">{messages.contact.pinned}</span>}
        <ContactIdText contactId={contactId} />
      </div>
    </header>
  )
}

function PinButton({ pin }: { readonly pin: PinChoice }) {
  const { messages } = useWords()
  const label = pin.pinned ? messages.contact.unpin : messages.contact.pin
  return (
    <div className="contact-cases-pin">
      <IconButton label={label} icon={<Icon name={pin.pinned ? 'unpin' : 'pin'} />} onPress={pin.onToggle} />
    </div>
  )
}

/** The end of the id to compare by eye; all of it for hover, focus and screen readers. */
function ContactIdText({ contactId }: { readonly contactId: string }) {
  const full = fill(useWords().messages.contact.id, { id: contactId })
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the tooltip must be reachable without a mouse (WCAG 1.4.13)
    <span className="contact-cases-id" data-tooltip={full} tabIndex={0}>
      <span className="contact-cases-unseen">{full}</span>
      <bdi aria-hidden="true">{shortId(contactId)}</bdi>
    </span>
  )
}
