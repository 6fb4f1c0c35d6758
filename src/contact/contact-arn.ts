declare const brand: unique symbol

/** `arn:{partition}:connect:{region}:{account}:instance/{instanceId}/contact/{contactId}`, at most 500 characters. */
export type ContactArn = string & { readonly [brand]: 'ContactArn' }
/** `arn:{partition}:connect:{region}:{account}:instance/{instanceId}/agent/{agentId}`. */
export type AgentArn = string & { readonly [brand]: 'AgentArn' }
/** The id of a contact within its instance; Amazon Connect gives UUIDs. */
export type ContactId = string & { readonly [brand]: 'ContactId' }

// Any partition, Region and account: aws-cn and aws-us-gov build hostnames of Cases too.
// "Resource types defined by Amazon Connect", Service Authorization Reference.
const instancePart = String.raw`arn:aws[a-z-]*:connect:[a-z0-9-]+:\d{12}:instance/[\w-]+`
const contactArnPattern = new RegExp(`^${instancePart}/contact/[\\w-]+$`)
const agentArnPattern = new RegExp(`^(${instancePart})/agent/[\\w-]+$`)
const contactIdPattern = /^[\w-]{1,256}$/
const longestArn = 500

/** The text as a contact ARN, or null where it is not one. */
export function parseContactArn(text: string): ContactArn | null {
  return text.length <= longestArn && contactArnPattern.test(text) ? (text as ContactArn) : null
}

/** The text as an agent ARN, or null where it is not one. */
export function parseAgentArn(text: string): AgentArn | null {
  return text.length <= longestArn && agentArnPattern.test(text) ? (text as AgentArn) : null
}

/** The text as a contact id, or null where it is not one: Streams says '' for "no contact". */
export function parseContactId(text: string): ContactId | null {
  return contactIdPattern.test(text) ? (text as ContactId) : null
}

/**
 * The ARN of a contact of this agent's instance.
 * Streams has no getter to lean on: `getContactArn()` came in 2.26.0 and left in 2.27.3.
 */
export function contactArnOf(agentArn: AgentArn, contactId: ContactId): ContactArn {
  return `${instanceArnOf(agentArn)}/contact/${contactId}` as ContactArn
}

/** The id in the ARN of a contact. */
export function contactIdOf(contactArn: ContactArn): ContactId {
  return contactArn.slice(contactArn.lastIndexOf('/') + 1) as ContactId
}

/** The ARN of the instance that an agent or a contact is of. */
export function instanceArnOf(arn: AgentArn | ContactArn): string {
  return arn.split('/').slice(0, 2).join('/')
}
