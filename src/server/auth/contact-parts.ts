/** Where a contact is, in the words of the service `connect`. */
export interface ContactParts {
  readonly instanceArn: string
  readonly instanceId: string
  readonly contactId: string
}

/** The parts of a contact's ARN that the contract has parsed before. */
export function contactParts(contactArn: string): ContactParts {
  const [instanceArn = '', contactId = ''] = contactArn.split('/contact/')
  const [, instanceId = ''] = instanceArn.split(':instance/')
  return { instanceArn, instanceId, contactId }
}
