import type { ListOptions } from '../../cases/list-options.ts'
import type { DeskContact, DeskState } from '../../contact/contact-source.ts'
import { keptPin, type Pin, pinFor, shownContact } from '../switcher/pin.ts'
import { createHeadlessKeys } from './headless-keys.ts'
import type { HeadlessPanel } from './headless-panel.ts'
import type { Screen } from './screen.ts'
import type { Step } from './story.ts'

/** What an agent does to a panel without a document, and how they want to see it. */
export function createHeadlessAgent(panel: HeadlessPanel) {
  let pin: Pin | null = null
  let options: ListOptions = { grouped: true, order: 'listed', filter: '', collapsed: new Set() }
  const keys = createHeadlessKeys()

  function fold(templateId: string, isCollapsed: boolean) {
    const collapsed = new Set(options.collapsed)
    if (isCollapsed) collapsed.add(templateId)
    else collapsed.delete(templateId)
    options = { ...options, collapsed }
  }

  function pressKey(screen: Screen, key: string) {
    const effect = keys.press(key, screen.rows)
    if (effect?.kind === 'press') panel.press(screen.contact)
    if (effect?.kind === 'refresh') readAgain(panel, screen)
    if (effect?.kind === 'fold') fold(effect.templateId, effect.collapsed)
    if (effect?.kind === 'open' && !screen.cases.some(({ caseId }) => caseId === effect.caseId)) {
      throw new Error(`${effect.caseId} was opened and is not a case of ${screen.contact.contactId}`)
    }
  }

  function choose(desk: DeskState, at: number) {
    if (desk.status !== 'ready') return
    const chosen = desk.contacts[at % Math.max(1, desk.contacts.length)]
    if (chosen !== undefined) pin = pinFor(chosen, desk)
  }

  function togglePin(desk: DeskState, { contact }: Screen) {
    if (desk.status !== 'ready') return
    pin = pin === null ? { agentArn: desk.agentArn, contactId: contact.contactId } : null
  }

  return {
    keys,
    options: () => options,
    /** The contact that is on screen on this desk. */
    contactOn(desk: DeskState): DeskContact | null {
      pin = keptPin(pin, desk)
      return desk.status === 'ready' ? shownContact(pin, desk) : null
    },
    act(step: Step, desk: DeskState, screen: Screen | null) {
      if (step.kind === 'options') options = step.options
      if (step.kind === 'choose') choose(desk, step.at)
      if (screen === null) return
      if (step.kind === 'press') panel.press(screen.contact)
      if (step.kind === 'refresh') readAgain(panel, screen)
      if (step.kind === 'key') pressKey(screen, step.key)
      if (step.kind === 'pin') togglePin(desk, screen)
      if (step.kind === 'retry') retry(panel, screen, step.at)
    },
  }
}

/** Rows whose details failed have a button for it; a press may come when they are there already. */
function retry(panel: HeadlessPanel, { cases }: Screen, at: number): void {
  const failed = cases.filter(({ details }) => details.status === 'failed')
  const rows = failed.length > 0 ? failed : cases
  const row = rows[at % Math.max(1, rows.length)]
  if (row !== undefined) panel.retry(row.caseId)
}

/** The button "Refresh": where nothing could be read it tries that again. */
export function readAgain(panel: HeadlessPanel, { contact, view }: Screen): void {
  if (view.status === 'failed') panel.press(contact)
  else panel.refresh(contact)
}
