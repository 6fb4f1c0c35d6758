import { casesOf } from '../demo-case.ts'
import { chatOf, deskWith } from '../demo-desk.ts'
import type { PanelState, StateGroup } from '../demo-state.ts'
import { press } from '../user-act.ts'
import { allOf, loadMore } from './on-screen.ts'

export function lengthStates(now: number): StateGroup {
  const rows = (count: number): Omit<PanelState, 'name' | 'description'> => {
    const cases = casesOf(now, count)
    return { id: `rows-${count}`, desk: deskWith(chatOf(now)), backend: { cases: () => cases }, shows: allOf(count) }
  }
  return {
    name: 'How many',
    states: [
      {
        ...rows(0),
        name: 'No cases',
        description: 'No case is linked to this contact, which is an answer, not a failure.',
        shows: ({ messages }) => messages.empty.text,
      },
      { ...rows(1), name: '1 case', description: 'The commonest number of all.' },
      {
        ...rows(11),
        name: '11 cases',
        description: 'One more than the service gives at a time: a second page with one case.',
        acts: [press(loadMore)],
      },
      {
        ...rows(5_000),
        name: '5,000 cases',
        description: 'Far more than anyone should link to a contact; scrolling stays as quick as with ten.',
        readsAll: true,
      },
    ],
  }
}
