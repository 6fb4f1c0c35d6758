import type { Contact } from '../desk/desk.ts'
import { canTransfer, phaseAfter, type Step } from '../desk/phases.ts'
import type { SimulatorApi } from '../desk/simulator-api.ts'
import { type ThirdPartyStep, thirdPartyAfter } from '../desk/third-party.ts'
import { ChannelIcon } from './channel-icon.tsx'
import { channelWords, durationOf, phaseWords, thirdPartyWords } from './words.ts'

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
        {phaseWords[phase]}
        {contact.thirdParty && `, ${thirdPartyWords[contact.thirdParty]}`}{' '}
        <span className="time">{durationOf(now - phaseSince)}</span>
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

type CardStep = Exclude<Step, 'connect' | 'dial'> | 'transfer' | ThirdPartyStep

/** The buttons that fit the phase, the likeliest first. */
function buttonsFor(contact: Contact): { step: CardStep; text: string }[] {
  const { channel, phase, accepted } = contact
  const takes = (step: Step) => phaseAfter(step, contact) !== null
  const asks = (step: ThirdPartyStep) => thirdPartyAfter(step, contact) !== undefined
  const all: { step: CardStep; text: string; fits: boolean }[] = [
    { step: 'accept', text: 'Accept', fits: !accepted && takes('accept') },
    { step: 'reject', text: 'Reject', fits: !accepted && takes('reject') },
    { step: 'miss', text: 'Miss', fits: !accepted && takes('miss') },
    { step: 'end', text: channelWords[channel].end, fits: phaseAfter('end', contact) === 'afterCallWork' },
    { step: 'transfer', text: 'Transfer', fits: canTransfer(phase) },
    { step: 'consult', text: 'Consult', fits: asks('consult') },
    { step: 'conference', text: 'Conference', fits: asks('conference') },
    { step: 'dropThirdParty', text: 'Drop third party', fits: asks('dropThirdParty') },
    // Only tasks can be paused ("Pause and resume tasks", Amazon Connect Administrator Guide).
    { step: 'pause', text: 'Pause', fits: channel === 'task' && takes('pause') },
    { step: 'resume', text: 'Resume', fits: takes('resume') },
    { step: 'fail', text: 'Fail', fits: takes('fail') },
    { step: 'close', text: 'Close contact', fits: takes('close') },
  ]
  return all.filter(({ fits }) => fits)
}
