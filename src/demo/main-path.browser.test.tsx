import { act, cleanup, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { createMemorySource } from '../contact/memory-source.ts'
import { ContactCases } from '../panel/contact-cases.tsx'
import { deskOf } from '../panel/testing/desk-builders.ts'
import { caseOf } from './demo-case.ts'
import { createDemoClient } from './demo-client.ts'
import { chatOf, deskWith } from './demo-desk.ts'

const now = Date.UTC(2026, 2, 11, 9, 41)
const cases = [
  caseOf(now, 0),
  caseOf(now, 2, { templateId: 'delivery' }),
  caseOf(now, 1, { templateId: 'billing', title: null }),
]

beforeEach(() => vi.setSystemTime(now))

afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

/** A desk where a chat can ring, and the panel beside it. */
function startDesk() {
  const source = createMemorySource(deskOf([]))
  const client = createDemoClient({ backend: { cases: () => cases, pageLength: 2 } }, { latencyMs: 0, fault: 'none' })
  const onOpenCase = vi.fn<(caseId: string) => void>()
  const { container } = render(<ContactCases source={source} client={client} onOpenCase={onOpenCase} />)
  const ring = async () => {
    act(() => source.set(deskWith(chatOf(now, { phase: 'connecting', phaseSince: null }))))
    await screen.findByText('Charged twice for the March invoice')
  }
  return { container, ring, onOpenCase }
}

test('before a contact rings, a screen reader finds what will be here', async () => {
  const { container } = startDesk()
  await expect.element(container).toMatchAriaInlineSnapshot(`
    - region "Contact cases":
      - status:
        - paragraph: No contact
        - paragraph: Cases appear here as soon as a contact arrives.
      - status
  `)
})

test('when a contact rings, a screen reader finds it by name, the controls, and its cases by template', async () => {
  const { container, ring } = startDesk()
  await ring()
  await screen.findByText('Chat · Billing: 2 cases loaded, there are more')
  await expect.element(container).toMatchAriaInlineSnapshot(`
    - region "Contact cases":
      - heading "Chat · Billing" [level=2]
      - paragraph: 2 cases loaded, there are more
      - text: Connecting Contact 1f6a4c0e-52b1-4d6c-9b7e-0a3d8c51e924
      - group "View":
        - button "Filter"
        - combobox "Sort":
          - option "As listed" [selected]
          - option "Last updated"
          - option "Status"
          - option "Reference"
        - button "Group by template" [pressed]
        - button "Refresh"
        - button "Keyboard shortcuts"
      - treegrid "Cases":
        - row "Billing dispute 1 case" [level=1] [expanded]:
          - gridcell "Billing dispute 1 case":
            - button "Billing dispute" [expanded]
            - text: 1 case
        - row "Charged twice for the March invoice Open Reference 10000000 Updated 4 min. ago" [level=2]:
          - gridcell "Charged twice for the March invoice":
            - button "Charged twice for the March invoice"
          - gridcell "Open Reference 10000000 Updated 4 min. ago":
            - text: Open Reference 10000000
            - time: Updated 4 min. ago
          - gridcell "Open case Copy reference":
            - button "Open case"
            - button "Copy reference"
        - row "Delivery problem 1 case" [level=1] [expanded]:
          - gridcell "Delivery problem 1 case":
            - button "Delivery problem" [expanded]
            - text: 1 case
        - row "Discount code was not applied Closed Reference 10002026 Updated 1 hr. ago" [level=2]:
          - gridcell "Discount code was not applied":
            - button "Discount code was not applied"
          - gridcell "Closed Reference 10002026 Updated 1 hr. ago":
            - text: Closed Reference 10002026
            - time: Updated 1 hr. ago
          - gridcell "Open case Copy reference":
            - button "Open case"
            - button "Copy reference"
      - button "Load up to 10 more"
      - status: "Chat · Billing: 2 cases loaded, there are more"
  `)
})

test('what "Load more" brings is said, and found in its place; Enter opens a case', async () => {
  const { ring, onOpenCase } = startDesk()
  await ring()
  screen.getByRole('button', { name: 'Load up to 10 more' }).focus()
  await userEvent.keyboard('{Enter}')
  await screen.findByText('1 more case, 3 in all')
  await screen.findByText('No title')
  await expect.element(screen.getByRole('treegrid')).toMatchAriaInlineSnapshot(`
    - treegrid "Cases":
      - row "Billing dispute 2 cases" [level=1] [expanded]:
        - gridcell "Billing dispute 2 cases":
          - button "Billing dispute" [expanded]
          - text: 2 cases
      - row "Charged twice for the March invoice Open Reference 10000000 Updated 4 min. ago" [level=2]:
        - gridcell "Charged twice for the March invoice":
          - button "Charged twice for the March invoice"
        - gridcell "Open Reference 10000000 Updated 4 min. ago":
          - text: Open Reference 10000000
          - time: Updated 4 min. ago
        - gridcell "Open case Copy reference":
          - button "Open case"
          - button "Copy reference"
      - row "No title Open Reference 10001013 Updated 5 hr. ago" [level=2]:
        - gridcell "No title":
          - button "No title"
        - gridcell "Open Reference 10001013 Updated 5 hr. ago":
          - text: Open Reference 10001013
          - time: Updated 5 hr. ago
        - gridcell "Open case Copy reference":
          - button "Open case"
          - button "Copy reference"
      - row "Delivery problem 1 case" [level=1] [expanded]:
        - gridcell "Delivery problem 1 case":
          - button "Delivery problem" [expanded]
          - text: 1 case
      - row "Discount code was not applied Closed Reference 10002026 Updated 1 hr. ago" [level=2]:
        - gridcell "Discount code was not applied":
          - button "Discount code was not applied"
        - gridcell "Closed Reference 10002026 Updated 1 hr. ago":
          - text: Closed Reference 10002026
          - time: Updated 1 hr. ago
        - gridcell "Open case Copy reference":
          - button "Open case"
          - button "Copy reference"
  `)
  screen.getByRole('row', { name: /^Charged twice/ }).focus()
  await userEvent.keyboard('{Enter}')
  expect(onOpenCase).toHaveBeenCalledExactlyOnceWith(cases[0]?.caseId)
})
