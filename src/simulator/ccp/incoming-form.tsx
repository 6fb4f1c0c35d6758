import { useState } from 'react'
import { type Desk, findContact } from '../desk/desk.ts'
import { channels, type DeskSetup } from '../desk/setup.ts'
import type { SimulatorApi } from '../desk/simulator-api.ts'
import { channelWords } from './words.ts'

interface IncomingFormProps {
  readonly setup: DeskSetup
  readonly desk: Desk
  readonly simulator: SimulatorApi
}

/** Lets a contact ring: one of the seeded ones that is not on the desk yet, or one without cases. */
export function IncomingForm({ setup, desk, simulator }: IncomingFormProps) {
  const [chosen, setChosen] = useState<string | null>(null)
  const free = setup.contacts.filter(({ contactId }) => !findContact(desk, contactId))
  // Once the chosen contact rings, the next free one takes its place.
  const next = chosen === '' ? undefined : (free.find(({ contactId }) => contactId === chosen) ?? free[0])
  return (
    <section aria-label="Let a contact ring" className="incoming">
      <label>
        Contact to ring
        <select value={next?.contactId ?? ''} onChange={(event) => setChosen(event.target.value)}>
          {free.map(({ contactId, label }) => (
            <option key={contactId} value={contactId}>
              {label}
            </option>
          ))}
          <option value="">New contact without cases</option>
        </select>
      </label>
      <div className="buttons">
        {channels.map((channel) => (
          <button
            key={channel}
            type="button"
            onClick={() => simulator.incoming({ channel, ...(next && { contactId: next.contactId }) })}
          >
            Incoming {channelWords[channel].name.toLowerCase()}
          </button>
        ))}
      </div>
    </section>
  )
}
