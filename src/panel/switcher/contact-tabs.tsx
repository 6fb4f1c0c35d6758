import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react'
import type { CasesMemory } from '../../cases/cases-in-memory.ts'
import type { DeskContact } from '../../contact/contact-source.ts'
import type { LostFocus } from '../focus-area.tsx'
import { useHeldCounts } from '../use-held-counts.ts'
import { useWords } from '../words-context.tsx'
import { ContactTab, tabId } from './contact-tab.tsx'
import { tabAfter } from './tab-keys.ts'

interface ContactTabsProps {
  readonly contacts: readonly DeskContact[]
  readonly shown: DeskContact | null
  readonly memory: CasesMemory
  /** Of the element that shows the contact. */
  readonly panelId: string
  readonly lostFocus: LostFocus
  readonly onChoose: (contact: DeskContact) => void
}

/** The desk's contacts; choosing one shows it in the panel and leaves the desk alone. */
export function ContactTabs({ contacts, shown, memory, panelId, lostFocus, onChoose }: ContactTabsProps) {
  const { messages, direction } = useWords()
  const counts = useHeldCounts(memory, contacts)
  const tabs = useRef<HTMLDivElement>(null)
  const [focused, setFocused] = useState<string | null>(null)
  useSelectedInSight(tabs, shown)
  const stop = contacts.find(({ contactId }) => contactId === focused) ?? shown ?? contacts[0]

  // Arrows only move the focus: each contact that is shown may cost requests.
  function onKeyDown(event: KeyboardEvent) {
    const at = contacts.findIndex(({ contactId }) => contactId === stop?.contactId)
    const next = contacts[tabAfter(event.key, at, contacts.length, direction) ?? -1]
    if (next === undefined) return
    event.preventDefault()
    tabs.current?.querySelector<HTMLElement>(`[id="${CSS.escape(tabId(panelId, next))}"]`)?.focus()
  }

  return (
    <div
      className="contact-cases-tabs"
      role="tablist"
      aria-label={messages.switcher.label}
      ref={tabs}
      onKeyDown={onKeyDown}
      onBlur={() => setFocused(null)}
    >
      {contacts.map((contact, index) => (
        <ContactTab
          key={contact.contactId}
          contact={contact}
          count={counts[index] ?? null}
          panelId={panelId}
          selected={contact.contactId === shown?.contactId}
          lostFocus={lostFocus}
          isStop={contact.contactId === stop?.contactId}
          onFocus={() => setFocused(contact.contactId)}
          onChoose={() => onChoose(contact)}
        />
      ))}
    </div>
  )
}

/** Scrolls the row, and nothing around it, to the tab of the contact that is shown. */
function useSelectedInSight(tabs: RefObject<HTMLElement | null>, shown: DeskContact | null): void {
  const contactId = shown?.contactId
  useEffect(() => {
    const row = tabs.current
    const tab = row?.querySelector('[aria-selected="true"]')
    if (contactId === undefined || !row || !tab) return
    const [outer, inner] = [row.getBoundingClientRect(), tab.getBoundingClientRect()]
    row.scrollLeft += Math.min(0, inner.left - outer.left) || Math.max(0, inner.right - outer.right)
  }, [tabs, contactId])
}
