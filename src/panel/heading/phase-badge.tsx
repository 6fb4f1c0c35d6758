import type { ContactPhase, DeskContact } from '../../contact/contact-source.ts'
import { fill } from '../../locales/plural.ts'
import { useNow } from '../use-now.ts'
import { useWords } from '../words-context.tsx'

/** The contact's phase: in words, by colour and by shape, and for how long it has been so; nothing where it is not known. */
export function PhaseBadge({ phase, phaseSince }: Pick<DeskContact, 'phase' | 'phaseSince'>) {
  const { messages } = useWords()
  if (phase === null) return null
  return (
    <span className="contact-cases-phase">
      <PhaseShape phase={phase} />
      <span className="contact-cases-phase-name">{messages.phases[phase]}</span>
      {phaseSince !== null && <PhaseTime since={phaseSince} form={messages.contact.since} />}
    </span>
  )
}

/** A sign for the phase; words always stand beside it. */
export function PhaseShape({ phase }: { readonly phase: ContactPhase }) {
  return <span className={`contact-cases-shape contact-cases-shape-${phase}`} aria-hidden="true" />
}

interface PhaseTimeProps {
  readonly since: number
  /** The message around the duration. */
  readonly form?: string
}

/** How long a phase has lasted, kept up to date. */
export function PhaseTime({ since, form = '{duration}' }: PhaseTimeProps) {
  const { duration } = useWords()
  const now = useNow(1000)
  return <span className="contact-cases-time">{fill(form, { duration: duration(now - since) })}</span>
}
