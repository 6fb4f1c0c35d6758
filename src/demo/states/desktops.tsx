import type { CaseAction, CaseSlot, ContactSlot } from '../../panel/slots/slots-context.ts'
import { casesOf } from '../demo-case.ts'
import { chatOf, deskWith } from '../demo-desk.ts'
import type { StateGroup } from '../demo-state.ts'
import { allOf } from './on-screen.ts'

/** The panel as desktops change it. */
export function desktopStates(now: number): StateGroup {
  const base = { desk: deskWith(chatOf(now)), backend: { cases: () => casesOf(now, 9) } }
  return {
    name: 'A desktop’s own',
    states: [
      {
        ...base,
        id: 'own-parts',
        name: 'A desktop’s own row, actions and header',
        description: 'A desktop draws a line of its own in header and rows, and adds an action to each case.',
        panel: { renderHeader, renderCase, caseActions },
        shows: allOf(9),
      },
      {
        ...base,
        id: 'compact',
        name: 'Compact',
        description: 'More rows in the same room; what is pressed stays as large.',
        panel: { density: 'compact' },
        shows: allOf(9),
      },
      {
        ...base,
        id: 'own-empty',
        name: 'A desktop’s own way on',
        description: 'Where no case is linked, a desktop offers what to do next.',
        backend: { cases: () => [] },
        panel: { renderEmpty },
        shows: () => 'Nothing is open for this customer.',
      },
    ],
  }
}

function renderHeader({ contact, content }: ContactSlot) {
  return (
    <>
      <p className="demo-own">Customer since 2019 · {contact.queueName}</p>
      {content}
    </>
  )
}

function renderCase({ row, content }: CaseSlot) {
  return (
    <>
      {content}
      <span className="demo-own">{row.templateId === 'billing' ? 'Answer within a day' : 'No promise given'}</span>
    </>
  )
}

function caseActions(): readonly CaseAction[] {
  return [{ id: 'hand-over', label: 'Hand over', icon: '→', onPress: () => {} }]
}

function renderEmpty() {
  return <p className="demo-own">Nothing is open for this customer.</p>
}
