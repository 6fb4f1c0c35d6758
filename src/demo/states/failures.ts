import type { DemoBackend, Fault } from '../demo-backend.ts'
import { casesOf } from '../demo-case.ts'
import { chatOf, deskWith } from '../demo-desk.ts'
import type { PanelState, StateGroup } from '../demo-state.ts'
import { press, seeing } from '../user-act.ts'
import { allOf, refresh } from './on-screen.ts'

export function failureStates(now: number): StateGroup {
  const desk = deskWith(chatOf(now))
  const failing = (fault: Fault): DemoBackend => ({ cases: () => [], fault: () => fault })
  return {
    name: 'When something fails',
    states: [
      {
        id: 'failed',
        name: 'All failed',
        description: 'Nothing could be read: what happened, what to do, and a button to do it.',
        desk,
        backend: failing('upstream_failed'),
        shows: ({ messages }) => messages.casesProblems.upstream_failed,
      },
      {
        id: 'not-allowed',
        name: 'Not allowed',
        description: 'The agent may not see the cases of this contact; trying again would not help.',
        desk,
        backend: failing('not_allowed'),
        shows: ({ messages }) => messages.casesProblems.not_allowed,
      },
      {
        id: 'contact-not-yours',
        name: 'Contact not yet yours',
        description: 'The contact rings here but belongs to nobody yet; its cases come once it is accepted.',
        desk: deskWith(chatOf(now, { phase: 'connecting', phaseSince: null })),
        backend: failing('contact_not_yours'),
        shows: ({ messages }) => messages.casesProblems.contact_not_yours,
      },
      {
        id: 'throttled',
        name: 'Throttled',
        description: 'Too many agents ask at once; the panel counts down and tries again by itself.',
        desk,
        backend: failing({ throttledForSeconds: 45 }),
        shows: ({ messages }) => messages.casesProblems.throttled,
      },
      {
        id: 'offline',
        name: 'Offline',
        description: 'The network is gone; the cases stay, with the time they were true.',
        ...failingRefresh(now, 'offline'),
        shows: ({ messages }) => upToPlaceholder(messages.refresh.offline),
      },
      {
        id: 'refresh-failed',
        name: 'Refresh failed',
        description: 'The cases could not be read again; they stay, with the time they were true.',
        ...failingRefresh(now, 'upstream_failed'),
        shows: ({ messages }) => upToPlaceholder(messages.refresh.failed),
      },
    ],
  }
}

/** Three cases, which cannot be read again. */
function failingRefresh(now: number, fault: Fault): Pick<PanelState, 'desk' | 'backend' | 'acts'> {
  return {
    desk: deskWith(chatOf(now)),
    backend: {
      cases: () => casesOf(now, 3),
      fault: (asked) => (asked.route === 'list' && asked.reading > 1 ? fault : null),
    },
    acts: [seeing(allOf(3)), press(refresh)],
  }
}

function upToPlaceholder(message: string): string {
  return message.split('{')[0] ?? ''
}
