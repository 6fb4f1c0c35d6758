import { useEffect, useRef } from 'react'
import type { CasesView } from '../cases/cases-view.ts'
import type { DeskContact } from '../contact/contact-source.ts'
import { fill } from '../locales/plural.ts'
import { useAnnounce } from './announcer.tsx'
import { changesText } from './changes-text.ts'
import { contactName } from './heading/contact-name.ts'
import { countText } from './heading/count-text.ts'
import type { ContactCasesState } from './use-shown-cases.ts'
import { useWords } from './words-context.tsx'

/** Says once which contact is shown, and once how many cases it has: together, where they are there already. */
export function useAnnounceContact(contact: DeskContact, view: CasesView): void {
  const announce = useAnnounce()
  const words = useWords()
  const said = useRef<'nothing' | 'contact' | 'count'>('nothing')
  const { messages } = words
  const name = contactName(contact, messages)
  const count = countText(words, view)
  useEffect(() => {
    if (count !== '' && said.current !== 'count') {
      said.current = 'count'
      announce(fill(messages.announce.rows, { contact: name, count }))
    } else if (said.current === 'nothing') {
      said.current = 'contact'
      const phase = contact.phase && messages.phases[contact.phase]
      announce(phase === null ? name : fill(messages.announce.contact, { contact: name, phase }))
    }
  }, [announce, messages, name, contact.phase, count])
}

/**
 * Says what a refresh changed. One that changed nothing is worth a word only to the agent who asked for it: call
 * what this returns when one does.
 */
export function useAnnounceChanges(changed: ContactCasesState['changed']): () => void {
  const announce = useAnnounce()
  const words = useWords()
  const askedFor = useRef(false)
  const saidUpTo = useRef(changed?.at ?? 0)
  useEffect(() => {
    if (changed === null || changed.at <= saidUpTo.current) return
    saidUpTo.current = changed.at
    const text = changesText(words, changed) || (askedFor.current ? words.messages.announce.refreshed : '')
    askedFor.current = false
    if (text !== '') announce(text)
  }, [announce, words, changed])
  return () => {
    askedFor.current = true
  }
}
