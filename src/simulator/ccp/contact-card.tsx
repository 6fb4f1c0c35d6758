import type { Contact } from '../desk/desk.ts'
import { canTransfer, phaseAfter, type Step } from '../desk/phases.ts'
import type { SimulatorApi } from '../desk/simulator-api.ts'
import { ChannelIcon } from './channel-icon.tsx'
import { channelWords, durationOf, phaseWords } from './words.ts'

interface ContactCardProps {
  readonly contact: Contact
  readonly viewed: boolean
  readonly now: number
  readonly simulator: SimulatorApi
}

/** One contact: what it is, how it stands, and what the agent can do about it now. */
export function ContactCard({ contact, viewed, now, simulator }: ContactCardProps) {
  const { contactId, channel, queueName, label, phase, phaseSince } = contact
  const { name } = channelWords[channel]
  return (
    <article aria-label={`${name}: ${label}`} className="card" data-phase={phase} aria-current={viewed}>
      <h2>
        <ChannelIcon channel={channel} />
        {label}
      </h2>
      <p className="quiet">
        {name} · {queueName}
      </p>
      <p className="phase">
        {phaseWords[phase]} <span className="time">{durationOf(now - phaseSince)}</span>
      </p>
      <div className="buttons">
        {buttonsFor(contact).map(({ step, text }) => (
          <button key={step} type="button" className={step} onClick={() => simulator[step](contactId)}>
            {text}
          </button>
        ))}
        <button type="button" disabled={viewed} onClick={() => simulator.view(contactId)}>
          {viewed ? 'Viewed' : 'View'}
        </button>
      </div>
    </article>
  )
}

type CardStep = Exclude<Step, 'connect' | 'miss'> | 'transfer'

/** The buttons that fit the phase, the likeliest first. */
function buttonsFor({ channel, phase, accepted }: Contact): { step: CardStep; text: string }[] {
  const all: { step: CardStep; text: string; fits: boolean }[] = [
    { step: 'accept', text: 'Accept', fits: !accepted && phaseAfter('accept', phase) !== null },
    { step: 'reject', text: 'Reject', fits: !accepted && phaseAfter('reject', phase) !== null },
    { step: 'end', text: channelWords[channel].end, fits: phaseAfter('end', phase) === 'afterCallWork' },
    { step: 'transfer', text: 'Transfer', fits: canTransfer(phase) },
    // Only tasks can be paused ("Pause and resume tasks", Amazon Connect Administrator Guide).
    { step: 'pause', text: 'Pause', fits: channel === 'task' && phaseAfter('pause', phase) !== null },
    { step: 'resume', text: 'Resume', fits: phaseAfter('resume', phase) !== null },
    { step: 'close', text: 'Close contact', fits: phaseAfter('close', phase) !== null },
  ]
  return all.filter(({ fits }) => fits)
}
