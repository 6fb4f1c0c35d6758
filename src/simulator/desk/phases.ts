import type { Contact, Phase } from './desk.ts'

/** What can happen to one contact, and the phase it leaves the contact in; `gone`: it leaves the desk. */
export const steps = {
  accept: { incoming: 'connecting', connecting: 'connecting' },
  dial: { pending: 'connecting' },
  connect: { connecting: 'connected' },
  reject: { incoming: 'rejected', connecting: 'rejected' },
  miss: { incoming: 'missed', connecting: 'missed' },
  // A caller who hangs up before the agent answers leaves a missed contact.
  end: {
    incoming: 'missed',
    connecting: 'missed',
    pending: 'afterCallWork',
    connected: 'afterCallWork',
    paused: 'afterCallWork',
  },
  fail: { incoming: 'error', pending: 'error', connecting: 'error', connected: 'error', paused: 'error' },
  pause: { connected: 'paused' },
  resume: { paused: 'connected' },
  close: { missed: 'gone', rejected: 'gone', error: 'gone', afterCallWork: 'gone' },
} as const satisfies Record<string, Partial<Record<Phase, Phase | 'gone'>>>

export type Step = keyof typeof steps

/** The phase after a step; null where the step does not fit the contact. */
export function phaseAfter(step: Step, { phase, channel }: Pick<Contact, 'phase' | 'channel'>): Phase | 'gone' | null {
  // Only a queued callback is pending, for the moment until the customer's phone rings ("About contact states in
  // Amazon Connect", Administrator Guide).
  if (step === 'accept' && phase === 'incoming' && channel === 'queue_callback') return 'pending'
  const table: Partial<Record<Phase, Phase | 'gone'>> = steps[step]
  return table[phase] ?? null
}

/** Only a contact in conversation can be transferred. */
export function canTransfer(phase: Phase): boolean {
  return phase === 'connected' || phase === 'paused'
}
