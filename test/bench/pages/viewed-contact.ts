import { streams } from '../../../src/contact/streams/streams-entry.ts'
import { elementOf } from './elements.ts'

/** A contact as a page without us hears of it. */
export interface ViewedContact {
  readonly contactId: string
  readonly contactArn: string
}

/** Starts the softphone with the unmodified Streams, and tells whenever another contact is to be shown, or none. */
export function watchViewedContact(
  config: { readonly ccpUrl: string; readonly region: string },
  onChange: (contact: ViewedContact | null) => void,
): void {
  streams.getLog().setEchoLevel(streams.LogLevel.WARN)
  streams.core.initCCP(elementOf('ccp'), { ...config, softphone: { allowFramedSoftphone: true } })
  let viewed: string | null = null
  let shown: string | null = null
  let agent: connect.Agent | null = null
  const look = () => {
    const contacts = agent?.getContacts() ?? []
    const contact = contacts.find((each) => each.getContactId() === viewed) ?? contacts[0]
    const contactId = contact?.getContactId() ?? null
    if (agent === null || contactId === shown) return
    shown = contactId
    const instanceArn = agent.getConfiguration().agentARN.split('/agent/')[0]
    onChange(contactId === null ? null : { contactId, contactArn: `${instanceArn}/contact/${contactId}` })
  }
  streams.agent((found) => {
    agent = found
    found.onRefresh(look)
    look()
  })
  streams.core.onViewContact(({ contactId }) => {
    viewed = contactId
    look()
  })
}
