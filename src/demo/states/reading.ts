import type { DemoBackend } from '../demo-backend.ts'
import { casesOf } from '../demo-case.ts'
import { chatOf, deskWith } from '../demo-desk.ts'
import type { StateGroup } from '../demo-state.ts'
import { press, seeing } from '../user-act.ts'
import { allOf, refresh } from './on-screen.ts'

export function readingStates(now: number): StateGroup {
  const desk = deskWith(chatOf(now))
  const five: DemoBackend = { cases: () => casesOf(now, 5) }
  return {
    name: 'Reading the cases',
    states: [
      {
        id: 'loading',
        name: 'Loading',
        description: 'No answer yet; the grey bars come only after 150 ms, so that they never flash.',
        desk,
        backend: { ...five, fault: ({ route }) => (route === 'list' ? 'silent' : null) },
        shows: ({ messages }) => messages.loading,
      },
      {
        id: 'details-loading',
        name: 'Details loading',
        description: 'How many cases there are is known at once; titles come a moment later, and nothing moves.',
        desk,
        backend: { ...five, fault: ({ route }) => (route === 'details' ? 'silent' : null) },
        shows: allOf(5),
      },
      {
        id: 'rows',
        name: 'Cases',
        description: 'What an agent sees most of the day: the cases of this contact, by template.',
        desk,
        backend: five,
        shows: () => 'Charged twice',
      },
      {
        id: 'refreshing',
        name: 'Refreshing',
        description: 'The agent asked again; what is on screen stays until the answer is there.',
        desk,
        backend: { ...five, fault: (asked) => (asked.route === 'list' && asked.reading > 1 ? 'silent' : null) },
        acts: [seeing(allOf(5)), press(refresh)],
        shows: ({ messages }) => messages.toolbar.refreshing,
      },
      {
        id: 'appeared',
        name: 'New cases after a refresh',
        description: 'A case that was not there before is marked for four seconds; each refresh finds one more.',
        desk,
        backend: { cases: (_, reading) => casesOf(now, 2 + reading) },
        acts: [seeing(allOf(3)), press(refresh)],
        shows: ({ messages }) => messages.list.appeared,
      },
    ],
  }
}
