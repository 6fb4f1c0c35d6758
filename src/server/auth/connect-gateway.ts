import type { Asker } from '../asker.ts'
import type { Upstream } from '../cases-gateway.ts'
import type { Together } from './ask-together.ts'

/** Amazon Connect, as far as the server asks it whose a contact is. */
export interface ConnectGateway {
  /** The contacts at these agents now, those that only ring among them. Up to date within seconds. */
  contactsOf(users: Together, asker: Asker): Upstream<readonly AgentContact[]>
  describeContact(contact: ConnectContact, asker: Asker): Upstream<DescribedContact>
  /** The users of these names; the search may take letters of either case for the same. */
  findUsers(names: Together, asker: Asker): Upstream<readonly User[]>
}

export interface ConnectContact {
  readonly instanceId: string
  readonly contactId: string
}

export interface AgentContact {
  readonly userId: string
  readonly contactId: string
  readonly state: string
}

export interface DescribedContact {
  /** Who accepted it; null: nobody has yet. */
  readonly agentId: string | null
  /** Of a transferred contact, the id that the customer first had. */
  readonly initialContactId: string | null
}

interface User {
  readonly userId: string
  readonly username: string
}
