import { type AgentArn, type ContactArn, type ContactId, contactArnOf, parseContactId } from './contact-arn.ts'

/** The contact that this one was transferred from; a contact that nobody transferred is its own initial contact. */
export function initialContactArnOf(agentArn: AgentArn, contactId: ContactId, initialId: string): ContactArn | null {
  const initialContactId = parseContactId(initialId)
  return initialContactId === null || initialContactId === contactId ? null : contactArnOf(agentArn, initialContactId)
}
