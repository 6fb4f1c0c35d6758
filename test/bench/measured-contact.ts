import type { Page } from 'playwright-core'
import { ccpOf } from '../support/ccp.ts'
import { contactWithCases, defaultSeed } from '../support/emulator.ts'
import { type Painted, timeUntilPainted, untilGone } from './stopwatch.ts'

/** A contact to ring, and what is in the document once its rows are there. */
export interface MeasuredContact {
  readonly contactId: string
  readonly row: string
}

/** The shipped seed's contact with this many cases. */
export function measuredContact(cases: number): MeasuredContact {
  const { contactArn, caseIds } = contactWithCases(defaultSeed(), cases)
  return { contactId: contactArn.split('/').at(-1) ?? '', row: `[data-case-id="${caseIds[0]}"]` }
}

/** Lets the contact ring, from its first event to its painted rows. It goes on ringing. */
export async function ringUntilPainted(page: Page, { contactId, row }: MeasuredContact): Promise<Painted> {
  const ccp = await ccpOf(page)
  const wait = { event: 'agent::update', contactId, phase: null, selector: row } as const
  return timeUntilPainted(page, wait, () => ccp.incoming({ channel: 'chat', contactId }))
}

/** Takes a contact that rings or was answered off the desk. */
export async function putAway(page: Page, { contactId, row }: MeasuredContact): Promise<void> {
  const ccp = await ccpOf(page)
  await ccp.end(contactId)
  await ccp.close(contactId)
  await untilGone(page, row)
}
