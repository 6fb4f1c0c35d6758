import type { Words } from '../../locales/words.ts'
import { caseOf, casesOf, type DemoCase, type TemplateId } from '../demo-case.ts'
import { chatOf, deskWith } from '../demo-desk.ts'
import type { StateGroup } from '../demo-state.ts'
import { press, seeing, type } from '../user-act.ts'

const filterButton = ({ messages }: Words) => messages.toolbar.filter
const filterField = ({ messages }: Words) => messages.toolbar.filterLoaded

export function arrangementStates(now: number): StateGroup {
  const base = { desk: deskWith(chatOf(now)), backend: { cases: () => casesOf(now, 9) } }
  const under = (templateId: TemplateId, number: number): DemoCase => caseOf(now, number, { templateId })
  return {
    name: 'Templates, filter and order',
    states: [
      {
        ...base,
        id: 'templates',
        name: 'Inactive, deleted and unknown templates',
        description: 'Templates come and go; cases made from them stay, under what is known of them.',
        backend: {
          cases: () => [under('billing', 0), under('legacy', 1), under('fax', 2), under('unheard-of', 3)],
        },
        shows: ({ messages }) => messages.list.deleted,
      },
      {
        ...base,
        id: 'folded',
        name: 'A folded template',
        description: 'The agent folded a template away; it stays folded, and still says how many cases it has.',
        preferences: { collapsed: ['billing'] },
        shows: () => 'Delivery problem',
      },
      {
        ...base,
        id: 'ungrouped',
        name: 'Without templates',
        description: 'One plain list, for agents who do not think in templates.',
        preferences: { grouped: false },
        shows: () => 'Charged twice',
      },
      {
        ...base,
        id: 'sorted',
        name: 'Sorted by last update',
        description: 'What changed last comes first.',
        preferences: { grouped: false, order: 'updated' },
        shows: () => 'Charged twice',
      },
      {
        ...base,
        id: 'filtered',
        name: 'Filtered',
        description: 'Typing narrows what is loaded, and says that it is only what is loaded.',
        backend: { cases: () => casesOf(now, 24) },
        acts: [seeing(() => 'Charged twice'), press(filterButton), type(filterField, 'invoice')],
        shows: ({ messages }) => messages.count.filteredOfMore.split('}').at(-1) ?? '',
      },
      {
        ...base,
        id: 'no-match',
        name: 'No match',
        description: 'None of the loaded cases has these words in it.',
        acts: [seeing(() => 'Charged twice'), press(filterButton), type(filterField, 'giraffe')],
        shows: ({ messages }) => messages.list.nothingMatches.title,
      },
    ],
  }
}
