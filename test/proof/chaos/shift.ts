import { createRandom, pickWeighted } from '../../../src/simulator/desk/random.ts'
import type { Ccp } from '../../support/ccp.ts'
import type { CompanyContact } from './company.ts'

/** What a shift is worked on. */
interface Work {
  readonly ccp: Ccp
  readonly contacts: readonly CompanyContact[]
  /** Tells Amazon Connect where a contact is; null: on nobody's desk any more. */
  readonly place: (contact: CompanyContact, state: 'CONNECTING' | 'CONNECTED' | 'ENDED' | null) => Promise<void>
}

type Stage = 'ringing' | 'talking' | 'over'

interface Live {
  readonly contact: CompanyContact
  readonly stage: Stage
}

/** A shift without an end. */
export interface Shift {
  /** Something happens on the desk; answers with what it was. */
  move(): Promise<string>
  /** The next contact rings, and the agent looks at it. */
  ring(): Promise<string>
  /** The contact that the agent looks at; null: there is none. */
  viewed(): CompanyContact | null
}

const mostAtOnce = 3

/** Contacts come, are accepted, looked at, wound up and closed in random order: the same for the same seed. */
export function createShift(seed: number, { ccp, contacts, place }: Work): Shift {
  const random = createRandom(seed)
  let rung = 0
  let desk: readonly Live[] = []
  let viewed: CompanyContact | null = null

  async function view(contact: CompanyContact | null): Promise<void> {
    await ccp.view(contact?.contactId ?? null)
    viewed = contact
  }

  function become({ contact }: Live, stage: Stage): void {
    desk = desk.map((live) => (live.contact === contact ? { contact, stage } : live))
  }

  async function ring(): Promise<string> {
    if (desk.length >= mostAtOnce) await wrapUp(desk[0])
    const contact = contacts[rung++ % contacts.length]
    if (contact === undefined) throw new Error('The company has no contacts.')
    await place(contact, 'CONNECTING')
    const channel = (['chat', 'task', 'email'] as const)[rung % 3] ?? 'chat'
    const initial = contact.initialContactId === null ? {} : { initialContactId: contact.initialContactId }
    await ccp.incoming({ channel, contactId: contact.contactId, ...initial })
    desk = [...desk, { contact, stage: 'ringing' }]
    await view(contact)
    return `${contact.contactId} rings`
  }

  async function accept(live: Live): Promise<string> {
    await place(live.contact, 'CONNECTED')
    const { contactId } = live.contact
    await ccp.accept(contactId)
    const isConnected = async () =>
      (await ccp.state()).contacts.some((each) => each.contactId === contactId && each.phase === 'connected')
    while (!(await isConnected())) await new Promise((resolve) => setTimeout(resolve, 50))
    become(live, 'talking')
    await view(live.contact)
    return `${contactId} is accepted`
  }

  async function end(live: Live): Promise<string> {
    await view(live.contact)
    await place(live.contact, 'ENDED')
    await ccp.end(live.contact.contactId)
    become(live, 'over')
    return `${live.contact.contactId} ends`
  }

  async function close(live: Live): Promise<string> {
    await ccp.close(live.contact.contactId)
    await place(live.contact, null)
    desk = desk.filter((each) => each !== live)
    if (viewed === live.contact) await view(desk.at(-1)?.contact ?? null)
    return `${live.contact.contactId} leaves`
  }

  async function wrapUp(live: Live | undefined): Promise<void> {
    if (live === undefined) return
    if (live.stage === 'ringing') await accept(live)
    const now = () => desk.find(({ contact }) => contact === live.contact) ?? live
    if (now().stage === 'talking') await end(now())
    await close(now())
  }

  const look = async (live: Live) => {
    await view(live.contact)
    return `the agent looks at ${live.contact.contactId}`
  }

  function moves() {
    const next = {
      ringing: { weight: 4, run: accept },
      talking: { weight: 2, run: end },
      over: { weight: 2, run: close },
    }
    const own = desk.flatMap((live) => [
      { weight: next[live.stage].weight, run: () => next[live.stage].run(live) },
      { weight: 1, run: () => look(live) },
    ])
    return desk.length < mostAtOnce ? [...own, { weight: 3, run: ring }] : own
  }

  return { move: () => pickWeighted(moves(), random()).run(), ring, viewed: () => viewed }
}
