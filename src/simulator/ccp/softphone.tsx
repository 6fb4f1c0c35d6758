import type { Desk } from '../desk/desk.ts'
import type { DeskSetup } from '../desk/setup.ts'
import type { SimulatorApi } from '../desk/simulator-api.ts'
import { AgentBar } from './agent-bar.tsx'
import { ContactCard } from './contact-card.tsx'
import type { DeskStore } from './desk-store.ts'
import { IncomingForm } from './incoming-form.tsx'
import { Session } from './session.tsx'
import { ShiftForm } from './shift-form.tsx'
import { useDesk } from './use-desk.ts'
import { useNow } from './use-now.ts'

interface SoftphoneProps {
  readonly setup: DeskSetup
  readonly store: DeskStore
  readonly simulator: SimulatorApi
}

/** The whole page. */
export function Softphone({ setup, store, simulator }: SoftphoneProps) {
  const desk = useDesk(store)
  const now = useNow()
  return (
    <>
      <AgentBar desk={desk} now={now} simulator={simulator} />
      {desk.access === 'signedIn' && (
        <main>
          <Contacts desk={desk} now={now} simulator={simulator} />
          <IncomingForm setup={setup} desk={desk} simulator={simulator} />
        </main>
      )}
      <ShiftForm offered={setup.shift} play={simulator.play} />
      <Session desk={desk} now={now} simulator={simulator} />
    </>
  )
}

/** The newest first: what rings is on screen without scrolling. */
function Contacts({ desk, now, simulator }: { desk: Desk; now: number; simulator: SimulatorApi }) {
  return (
    <section aria-label="Contacts" className="contacts">
      {desk.contacts.length === 0 && <p className="quiet">No contacts. Let one ring below.</p>}
      {desk.contacts.toReversed().map((contact) => (
        <ContactCard
          key={contact.contactId}
          contact={contact}
          viewed={contact.contactId === desk.viewedContactId}
          now={now}
          simulator={simulator}
        />
      ))}
    </section>
  )
}
