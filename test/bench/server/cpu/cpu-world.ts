import type { Ask } from '../keep-asking.ts'

/** How many contacts are asked for in a pass, each once. */
export const contactCount = 2_000
/** Each has contacts of its own. */
export const rounds = 5
export const agentCount = 50
export const usernameOf = (contact: number) => `agent-${contact % agentCount}`
export const domainId = 'cpu'
export const instanceArn = 'arn:aws:connect:us-east-1:111122223333:instance/cpu'

const casesOfContact = (contact: number) => [0, 1, 2].map((n) => `contact-${contact}-case-${n}`)
const contacts = Array.from({ length: rounds * contactCount }, (_, n) => n)

/** Contacts with three cases each, that have left their agents' desks. */
export const seedJson: unknown = {
  accountId: '111122223333',
  region: 'us-east-1',
  instanceId: 'cpu',
  users: Array.from({ length: agentCount }, (_, n) => ({ userId: `user-${n}`, username: usernameOf(n) })),
  domains: [
    {
      domainId,
      name: 'CPU',
      templates: [{ templateId: 'template', name: 'Template', status: 'Active' }],
      cases: contacts.flatMap(casesOfContact).map((caseId) => ({
        caseId,
        templateId: 'template',
        fields: { title: caseId, status: 'open' },
      })),
      contacts: contacts.map((n) => ({
        contactId: `contact-${n}`,
        agentUserId: `user-${n % agentCount}`,
        caseIds: casesOfContact(n),
      })),
    },
  ],
}

export function listAsk(contact: number, token: string | undefined): Ask {
  return {
    path: `/api/domains/${domainId}/list-cases-for-contact`,
    body: JSON.stringify({ contactArn: `${instanceArn}/contact/contact-${contact}` }),
    ...(token !== undefined && { headers: { authorization: `Bearer ${token}` } }),
  }
}
