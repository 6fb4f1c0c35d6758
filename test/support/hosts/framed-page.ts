import type { Page } from 'playwright-core'
import { instanceArnIn } from '../../../src/emulator/arns.ts'
import { defaultSeed } from '../emulator.ts'
import type { Host, HostDesk } from './host-desk.ts'

export const framedPage: Host = {
  name: 'our page, in a frame of a desktop that does not use our library',
  async open(page, { servers, desktops }) {
    await page.goto(`${desktops}framing-desktop.html?${new URLSearchParams({ panel: servers.frame })}`)
    const desk = handedOverDesk(page)
    await desk.signIn('ada')
    return desk
  },
}

/** A contact as the desktop's messages have it. */
interface HandedOver {
  readonly contactId: string
  readonly channel: string
  readonly queueName: string
  readonly phase: string
  readonly initialContactId?: string
}

/** The desktop knows its contacts itself, and says all of them with each change. */
function handedOverDesk(page: Page): HostDesk {
  let agentArn = ''
  let contacts: readonly HandedOver[] = []
  let viewedContactId: string | null = null
  const panel = page.frameLocator('#framed').locator('.contact-cases')

  const tell = (message: object) => page.evaluate(`tell(${JSON.stringify(message)})`)
  async function showDesk(changes: readonly HandedOver[], viewed = viewedContactId): Promise<void> {
    contacts = changes
    viewedContactId = changes.some(({ contactId }) => contactId === viewed) ? viewed : null
    await tell({ type: 'desk', agentArn, contacts, viewedContactId })
  }
  const inPhase = (id: string, phase: string) =>
    contacts.map((contact) => (contact.contactId === id ? { ...contact, phase } : contact))

  return {
    panelOf: () => panel,
    ring: ({ contactId, channel, queueName }) =>
      showDesk([...contacts, { contactId, channel, queueName, phase: 'incoming' }]),
    accept: (contactId) => showDesk(inPhase(contactId, 'connected'), contactId),
    view: (contactId) => showDesk(contacts, contactId),
    async transfer(contactId) {
      const next = `${contactId.slice(0, -4)}next`
      const goesOn = contacts
        .filter((contact) => contact.contactId === contactId)
        .map((contact) => ({ ...contact, contactId: next, initialContactId: contactId }))
      await showDesk([...inPhase(contactId, 'afterCallWork'), ...goesOn], next)
      return next
    },
    end: (contactId) => showDesk(inPhase(contactId, 'afterCallWork')),
    close: (id) => showDesk(contacts.filter(({ contactId }) => contactId !== id)),
    async signOut() {
      contacts = []
      await tell({ type: 'deskProblem', code: 'signed_out' })
    },
    async signIn(agent) {
      agentArn = `${instanceArnIn(defaultSeed())}/agent/${agent}`
      await showDesk([], null)
    },
  }
}
