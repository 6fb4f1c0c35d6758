import fc from 'fast-check'
import type { DeskContact, DeskState } from '../../contact/contact-source.ts'
import { contactOf, deskOf } from './desk-builders.ts'

/** Something that happens on a desk; `at` picks a contact among those that are there. */
export type DeskMove =
  | { readonly kind: 'ring' | 'connect' | 'wrapUp' | 'end' | 'destroy' | 'view' | 'transfer'; readonly at: number }
  | { readonly kind: 'viewNone' | 'changeAgent' | 'signOut' | 'fallSilent' | 'answerAgain' }

/** Moves with the likelihood of a busy desk: contacts come, go and are switched; sign-outs are rare. */
export const deskMove: fc.Arbitrary<DeskMove> = fc.oneof(
  { weight: 12, arbitrary: moveOf('ring', 'connect', 'view', 'view') },
  { weight: 8, arbitrary: moveOf('wrapUp', 'end', 'destroy', 'transfer') },
  {
    weight: 3,
    arbitrary: fc.constantFrom<DeskMove>(
      { kind: 'viewNone' },
      { kind: 'changeAgent' },
      { kind: 'signOut' },
      { kind: 'fallSilent' },
      { kind: 'answerAgain' },
    ),
  },
)

function moveOf(...kinds: Extract<DeskMove, { at: number }>['kind'][]): fc.Arbitrary<DeskMove> {
  return fc.record({ kind: fc.constantFrom(...kinds), at: fc.nat(5) })
}

/** A desk that only moves change; `session` counts agents and sign-ins. */
export interface DeskModel {
  readonly contacts: readonly DeskContact[]
  readonly viewed: string | null
  readonly session: number
  readonly status: 'ready' | 'signedOut' | 'silent'
  /** Of contacts that rang so far: ids come from here, so a contact never comes back. */
  readonly rung: number
}

export const newDesk: DeskModel = { contacts: [], viewed: null, session: 1, status: 'ready', rung: 0 }

/** The desk after a move; a move that does not fit leaves it as it is. */
export function moveDesk(desk: DeskModel, move: DeskMove): DeskModel {
  if (desk.status !== 'ready') return { ...desk, status: move.kind === 'answerAgain' ? 'ready' : desk.status }
  if (!('at' in move)) return moveWholeDesk(desk, move.kind)
  if (move.kind === 'ring') return addContact(desk, { phase: 'connecting' }, desk.viewed)
  const contact = desk.contacts[move.at % Math.max(1, desk.contacts.length)]
  if (contact === undefined) return desk
  switch (move.kind) {
    case 'connect':
      return withPhase(desk, contact, 'connected')
    case 'wrapUp':
      return withPhase(desk, contact, 'afterCallWork')
    case 'end':
      return withPhase(desk, contact, 'ended')
    case 'view':
      return { ...desk, viewed: contact.contactId }
    case 'destroy':
      return {
        ...desk,
        contacts: desk.contacts.filter((each) => each !== contact),
        viewed: desk.viewed === contact.contactId ? null : desk.viewed,
      }
    case 'transfer': {
      const initialContactArn = contact.initialContactArn ?? contact.contactArn
      const ended = withPhase(desk, contact, 'ended')
      return addContact(ended, { phase: 'connecting', initialContactArn }, null)
    }
  }
}

function moveWholeDesk(desk: DeskModel, kind: Exclude<DeskMove, { at: number }>['kind']): DeskModel {
  switch (kind) {
    case 'viewNone':
      return { ...desk, viewed: null }
    // The next agent finds the same contacts: what the last one read must be gone all the same.
    case 'changeAgent':
      return { ...desk, session: desk.session + 1 }
    case 'signOut':
      return { ...desk, session: desk.session + 1, status: 'signedOut' }
    case 'fallSilent':
      return { ...desk, status: 'silent' }
    case 'answerAgain':
      return desk
  }
}

function addContact(desk: DeskModel, more: Partial<DeskContact>, viewed: string | null): DeskModel {
  const contact = contactOf(`contact-${desk.rung}`, more)
  return { ...desk, contacts: [...desk.contacts, contact], viewed, rung: desk.rung + 1 }
}

function withPhase(desk: DeskModel, contact: DeskContact, phase: DeskContact['phase']): DeskModel {
  return { ...desk, contacts: desk.contacts.map((each) => (each === contact ? { ...each, phase } : each)) }
}

/** What a contact source says of this desk. */
export function stateOf(desk: DeskModel): DeskState {
  if (desk.status === 'signedOut') return { status: 'failed', problem: { code: 'signed_out', detail: '' } }
  if (desk.status === 'silent') return { status: 'failed', problem: { code: 'stopped_answering', detail: '' } }
  return deskOf(desk.contacts, desk.viewed, `agent-${desk.session}`)
}

/** Every contact whose cases may be in memory. */
export function arnsOn(desk: DeskModel): ReadonlySet<string> {
  if (desk.status === 'signedOut') return new Set()
  return new Set(
    desk.contacts.flatMap(({ contactArn, initialContactArn }) => [contactArn, initialContactArn ?? contactArn]),
  )
}
