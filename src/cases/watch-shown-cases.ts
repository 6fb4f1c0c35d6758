import { hashKey } from '@tanstack/react-query'
import type { ContactArn } from '../contact/contact-arn.ts'
import type { CasesMemory } from './cases-in-memory.ts'
import { contactCasesQuery } from './contact-cases-query.ts'
import { markDue, readDue } from './read-again.ts'
import { retryBeside } from './retry-beside.ts'
import type { Visibility } from './visibility.ts'
import { watchDetails } from './watch-details.ts'

const staleAfterMs = 30_000

/**
 * What goes on while a contact's cases are shown: their details are asked for, again where that failed, and lists that are due are read again,
 * at once where anyone can see them, else when the panel is shown again; so is what is old by then. Returns its undo.
 */
export function watchShownCases(
  memory: CasesMemory,
  contactArns: readonly ContactArn[],
  visibility: Visibility,
): () => void {
  const lists = new Set(contactArns.map((arn) => hashKey(contactCasesQuery(memory.client, arn).queryKey)))
  const readWhatIsDue = () => {
    if (visibility.isShown()) readDue(memory, contactArns)
  }
  const undo = contactArns.map((contactArn) => watchDetails(memory, contactArn))
  undo.push(
    retryBeside(memory, contactArns, visibility),
    memory.queryClient.getQueryCache().subscribe((event) => {
      const isMarked = event.type === 'updated' && event.action.type === 'setState'
      if (isMarked && lists.has(event.query.queryHash)) readWhatIsDue()
    }),
    visibility.subscribe(() => {
      if (!visibility.isShown()) return
      for (const contactArn of contactArns) markDue(memory, contactArn, staleAfterMs)
      readWhatIsDue()
    }),
  )
  readWhatIsDue()
  return () => undo.forEach((each) => void each())
}
