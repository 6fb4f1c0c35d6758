/** Where a contact is, in the words of the service `connect`. */
export interface ContactParts {
  readonly instanceArn: string
  readonly instanceId: string
  readonly contactId: string
}

/** The parts of a contact's ARN that the contract has parsed before. */
export function contactParts(contactArn: string): ContactParts {
  const instanceArn = contactArn.slice(0, contactArn.lastIndexOf('/contact/'))
  return { instanceArn, instanceId: idAtTheEnd(instanceArn), contactId: idAtTheEnd(contactArn) }
}

function idAtTheEnd(arn: string): string {
  return arn.slice(arn.lastIndexOf('/') + 1)
}
