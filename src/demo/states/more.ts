import { contactOf } from '../../panel/testing/desk-builders.ts'
import type { DemoBackend } from '../demo-backend.ts'
import { casesOf } from '../demo-case.ts'
import { chatOf, deskWith } from '../demo-desk.ts'
import type { DemoState, StateGroup } from '../demo-state.ts'
import { press } from '../user-act.ts'
import { loadMore } from './on-screen.ts'

export function moreStates(now: number): StateGroup {
  const desk = deskWith(chatOf(now))
  const many: DemoBackend = { cases: () => casesOf(now, 9), pageLength: 3 }
  return {
    name: 'Loading more',
    states: [
      {
        id: 'more-offered',
        name: 'More can be loaded',
        description: 'The service gives up to ten cases at a time and no total: the button says what it can bring.',
        desk,
        backend: many,
        shows: loadMore,
      },
      {
        id: 'loading-more',
        name: 'Loading more',
        description: 'The next ten are on their way.',
        desk,
        backend: { ...many, fault: (asked) => (asked.route === 'list' && asked.page > 1 ? 'silent' : null) },
        acts: [press(loadMore)],
        shows: ({ messages }) => messages.more.loading,
      },
      {
        id: 'more-failed',
        name: 'Loading more failed',
        description: 'The rows that are there stay; only the button has bad news.',
        desk,
        backend: { ...many, fault: (asked) => (asked.route === 'list' && asked.page > 1 ? 'upstream_failed' : null) },
        acts: [press(loadMore)],
        shows: ({ messages }) => messages.more.failed,
      },
      partlyLoaded(now),
    ],
  }
}

function partlyLoaded(now: number): DemoState {
  const first = contactOf('77d1a7b0-8c0e-4a46-9c35-6f8a2f0d1b3c')
  return {
    id: 'partly-loaded',
    name: 'Partly loaded',
    description: 'The cases of this contact are there; those of the contact before the transfer could not be read.',
    desk: deskWith(chatOf(now, { initialContactArn: first.contactArn })),
    backend: {
      cases: () => casesOf(now, 3),
      fault: (asked) => (asked.route === 'list' && asked.contactId === first.contactId ? 'upstream_timeout' : null),
    },
    shows: ({ messages }) => messages.casesProblems.upstream_timeout,
  }
}
