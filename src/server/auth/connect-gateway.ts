import type { Asker } from '../asker.ts'
import type { Upstream } from '../cases-gateway.ts'

/** Amazon Connect, as far as the server asks it whose a contact is. */
export interface ConnectGateway {
  /** The contacts at an agent now, those that only ring among them. Up to date within seconds. */
  contactsOf(user: ConnectUser, asker: Asker): Upstream<readonly AgentContact[]>
  describeContact(contact: ConnectContact, asker: Asker): Upstream<DescribedContact>
  /** The users of this name; the search may take letters of either case for the same. */
  findUsers(question: { readonly instanceId: string; readonly username: string }, asker: Asker): Upstream<Users>
}

export interface ConnectUser {
  readonly instanceId: string
  readonly userId: string
}

export interface ConnectContact {
  readonly instanceId: string
  readonly contactId: string
}

export interface AgentContact {
  readonly contactId: string
  readonly state: string
}

export interface DescribedContact {
  /** Who accepted it; null: nobody has yet. */
  readonly agentId: string | null
  /** Of a transferred contact, the id that the customer first had. */
  readonly initialContactId: string | null
}

type Users = readonly { readonly userId: string; readonly username: string }[]
