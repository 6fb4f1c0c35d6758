import type { Ask } from '../keep-asking.ts'

export const domainId = 'memory'
export const instanceArn = 'arn:aws:connect:us-east-1:111122223333:instance/memory'

// More of each than any cache of the server holds: verdicts 20,000, answers 5,000, tokens 10,000.
const contactCount = 50_000
export const agentCount = 12_000

/** A user id, which is the token's claim too. */
export function userIdOf(agent: number): string {
  return `user-${agent}`
}

/** The contacts of an agent. */
export function contactsOf(agent: number): readonly number[] {
  return Array.from({ length: Math.ceil((contactCount - agent) / agentCount) }, (_, n) => agent + n * agentCount)
}

/** Whose a contact is. */
export function agentOf(contact: number): number {
  return contact % agentCount
}

/** The n-th request: of any contact, by its agent; each is asked for four times in a row. */
export function nthAsk(n: number, tokens: readonly string[]): Ask {
  const contact = Math.floor(n / 4) % contactCount
  return {
    path: `/api/domains/${domainId}/list-cases-for-contact`,
    body: JSON.stringify({ contactArn: `${instanceArn}/contact/contact-${contact}` }),
    headers: { authorization: `Bearer ${tokens[agentOf(contact)]}` },
  }
}
