import { createFrameSource, type FrameSourceOptions } from '../create-frame-source.ts'
import { createFakeWindow, type FakeWindow } from './fake-window.ts'

export const instance = 'arn:aws:connect:us-east-1:111122223333:instance/i-1'
export const agentArn = `${instance}/agent/ada`
export const contactArn = `${instance}/contact/c-1`

/** A source in a frame, for tests, and what a desktop and the time do to it. */
export function openSource(around: FakeWindow | null = createFakeWindow(), options: Partial<FrameSourceOptions> = {}) {
  const logged: string[] = []
  const timeouts: { callback: () => void; ms: number }[] = []
  const source = createFrameSource({
    embedders: ['https://desk.example', 'https://crm.example'],
    around,
    timers: { setTimeout: (callback, ms) => timeouts.push({ callback, ms }) },
    log: (message) => void logged.push(message),
    ...options,
  })
  return {
    source,
    logged,
    say: (message: object, origin?: string) =>
      around?.say({ protocol: 'contact-cases', version: 1, ...message }, origin),
    /** Lets the timers of this length fire that are set now. */
    pass(ms: number) {
      const due = timeouts.filter((timeout) => timeout.ms === ms)
      for (const timeout of due) timeouts.splice(timeouts.indexOf(timeout), 1)
      for (const { callback } of due) callback()
    },
    told: () => around?.told ?? [],
    contactIds() {
      const state = source.getSnapshot()
      return state.status === 'ready' ? state.contacts.map((contact) => contact.contactId) : state.status
    },
  }
}
