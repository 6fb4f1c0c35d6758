import { ChannelIcon } from '../ccp/channel-icon.tsx'
import { phaseWords } from '../ccp/words.ts'
import type { Desk } from '../desk/desk.ts'

/** The contacts on the desk, and the place to be without one. */
export function ContactTabs({ desk, onView }: { desk: Desk; onView: (contactId: string | null) => void }) {
  const current = desk.viewedContactId
  return (
    <nav aria-label="Contacts" className="tabs">
      <button type="button" aria-current={current === null} onClick={() => onView(null)}>
        Home
      </button>
      {desk.contacts.map(({ contactId, channel, label, phase }) => (
        <button
          key={contactId}
          type="button"
          aria-current={current === contactId}
          data-phase={phase}
          onClick={() => onView(contactId)}
        >
          <ChannelIcon channel={channel} /> {label} <span className="phase">{phaseWords[phase]}</span>
        </button>
      ))}
    </nav>
  )
}
