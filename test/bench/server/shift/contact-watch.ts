import type { CasesView } from '../../../../src/cases/cases-view.ts'
import type { ContactArn } from '../../../../src/contact/contact-arn.ts'
import type { DeskContact } from '../../../../src/contact/contact-source.ts'
import { titleOf } from './shift-world.ts'

/** How long an agent waited for the cases of a contact. */
export interface ContactWait {
  readonly shownAt: number
  /** From the moment it was on screen, and from when it was accepted; null: it never was. */
  readonly sinceShownMs: number
  readonly sinceAcceptedMs: number | null
  /** Until the cases of the contact that it was transferred from were there too; null: it was not transferred. */
  readonly initialMs: number | null
  /** It rang, and was not only looked at. */
  readonly rang: boolean
  /** It left before there was an answer. */
  readonly isUnanswered: boolean
}

/** Watches what agents see: how long they wait, and whether it is true. */
export interface ContactWatch {
  shows(agent: number, contact: DeskContact): void
  saw(agent: number, contact: DeskContact, view: CasesView): void
  left(agent: number, contact: DeskContact): void
  readonly waits: readonly ContactWait[]
  /** Contacts that showed a case which is not theirs, one twice, another's title, or not all of them. */
  readonly wrong: ReadonlySet<string>
}

interface Watched {
  readonly shownAt: number
  readonly rang: boolean
  acceptedAt: number | null
  answeredAt: number | null
  initialAt: number | null
}

export function watchContacts(links: ReadonlyMap<ContactArn, readonly string[]>, now: () => number): ContactWatch {
  const watched = new Map<string, Watched>()
  const waits: ContactWait[] = []
  const wrong = new Set<string>()
  const keyOf = (agent: number, { contactArn }: DeskContact) => `${agent} ${contactArn}`

  return {
    waits,
    wrong,
    shows(agent, contact) {
      const key = keyOf(agent, contact)
      const one = watched.get(key) ?? watch(contact, now())
      if (contact.phase === 'connected') one.acceptedAt ??= now()
      watched.set(key, one)
    },
    saw(agent, contact, view) {
      const one = watched.get(keyOf(agent, contact))
      if (one === undefined || view.status === 'loading' || view.status === 'failed') return
      one.answeredAt ??= now()
      if (view.status === 'empty' || view.more.status !== 'loading') one.initialAt ??= now()
      if (!isTrue(contact, view, links)) wrong.add(contact.contactArn)
    },
    left(agent, contact) {
      const key = keyOf(agent, contact)
      const one = watched.get(key)
      watched.delete(key)
      if (one === undefined) return
      const end = one.answeredAt ?? now()
      waits.push({
        shownAt: one.shownAt,
        sinceShownMs: end - one.shownAt,
        sinceAcceptedMs: one.acceptedAt === null ? null : Math.max(0, end - one.acceptedAt),
        initialMs: contact.initialContactArn === null ? null : (one.initialAt ?? now()) - one.shownAt,
        rang: one.rang,
        isUnanswered: one.answeredAt === null,
      })
    },
  }
}

function watch({ phase }: DeskContact, shownAt: number): Watched {
  return { shownAt, rang: phase !== 'connected', acceptedAt: null, answeredAt: null, initialAt: null }
}

/** Whether these rows are exactly the cases that the service holds; while there is more to load, some of them. */
function isTrue(
  { contactArn, initialContactArn }: DeskContact,
  view: Extract<CasesView, { status: 'rows' | 'empty' }>,
  links: ReadonlyMap<ContactArn, readonly string[]>,
): boolean {
  const own = new Set(links.get(contactArn))
  const initial = new Set(initialContactArn === null ? [] : links.get(initialContactArn))
  const rows = view.status === 'rows' ? view.cases : []
  const isComplete = view.status === 'empty' || (view.more.status === 'none' && !view.hasNext)
  return (
    rows.every(({ caseId, linkedTo }) => (linkedTo === 'this' ? own : initial).has(caseId)) &&
    rows.every(({ caseId, details }) => details.status !== 'known' || details.found.title === titleOf(caseId)) &&
    new Set(rows.map(({ caseId }) => caseId)).size === rows.length &&
    (!isComplete || rows.length === new Set([...own, ...initial]).size)
  )
}
