import { contactArnIn, instanceArnIn } from '../arns.ts'
import type { ContactState, Seed, SeedUser } from '../seed-schema.ts'

/** A contact as the service `connect` sees it. */
export interface ConnectContact {
  readonly contactId: string
  readonly contactArn: string
  readonly channel: 'VOICE' | 'CHAT' | 'TASK' | 'EMAIL'
  /** Of a transferred contact, the first one's id. */
  readonly initialContactId: string | null
  /** Who it rings at, or who took it. */
  readonly agentUserId: string | null
  /** How it is at that agent; null where it has not come to one, or has left the agent's desk. */
  readonly state: ContactState | null
}

type Given<T> = { readonly [K in keyof T]?: T[K] | undefined }
type GivenContact = Pick<ConnectContact, 'contactId'> & Given<Omit<ConnectContact, 'contactId' | 'contactArn'>>

/** The users and contacts of the seed's instance. */
export interface Directory {
  readonly instanceId: string
  readonly instanceArn: string
  readonly users: ReadonlyMap<string, SeedUser>
  readonly contacts: ReadonlyMap<string, ConnectContact>
  /** Adds a contact, or changes the members given of one that is there. */
  put(contact: GivenContact): ConnectContact
}

export function createDirectory(seed: Seed): Directory {
  const instanceArn = instanceArnIn(seed)
  const users = new Map((seed.users ?? []).map((user) => [user.userId, user]))
  const contacts = new Map<string, ConnectContact>()
  const put: Directory['put'] = (given) => {
    const { contactId, channel, initialContactId, agentUserId, state } = given
    const before = contacts.get(contactId)
    const contact: ConnectContact = {
      contactId,
      contactArn: contactArnIn(seed, { contactId, caseIds: [] }),
      channel: channel ?? before?.channel ?? 'VOICE',
      initialContactId: initialContactId === undefined ? (before?.initialContactId ?? null) : initialContactId,
      agentUserId: agentUserId === undefined ? (before?.agentUserId ?? null) : agentUserId,
      state: state === undefined ? (before?.state ?? null) : state,
    }
    contacts.set(contactId, contact)
    return contact
  }
  for (const contact of seed.domains.flatMap((domain) => domain.contacts)) {
    const [instance, contactId] = contactArnIn(seed, contact).split('/contact/')
    if (instance !== instanceArn || contactId === undefined) continue
    put({
      contactId,
      channel: channels[contact.channel ?? 'voice'],
      agentUserId: contact.agentUserId ?? null,
      state: contact.state ?? null,
    })
  }
  return { instanceId: seed.instanceId, instanceArn, users, contacts, put }
}

const channels = { voice: 'VOICE', chat: 'CHAT', task: 'TASK', email: 'EMAIL' } as const
