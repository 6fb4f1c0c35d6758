import type { Phase } from './desk.ts'

/** What can happen to one contact, and the phase it leaves the contact in; `gone`: it leaves the desk. */
export const steps = {
  accept: { incoming: 'connecting', connecting: 'connecting' },
  connect: { connecting: 'connected' },
  reject: { incoming: 'rejected', connecting: 'rejected' },
  miss: { incoming: 'missed', connecting: 'missed' },
  // A caller who hangs up before the agent answers leaves a missed contact.
  end: { incoming: 'missed', connecting: 'missed', connected: 'afterCallWork', paused: 'afterCallWork' },
  pause: { connected: 'paused' },
  resume: { paused: 'connected' },
  close: { missed: 'gone', rejected: 'gone', afterCallWork: 'gone' },
} as const satisfies Record<string, Partial<Record<Phase, Phase | 'gone'>>>

export type Step = keyof typeof steps

/** The phase after a step; null where the step does not fit the phase. */
export function phaseAfter(step: Step, phase: Phase): Phase | 'gone' | null {
  const table: Partial<Record<Phase, Phase | 'gone'>> = steps[step]
  return table[phase] ?? null
}

/** Only a contact in conversation can be transferred. */
export function canTransfer(phase: Phase): boolean {
  return phase === 'connected' || phase === 'paused'
}
