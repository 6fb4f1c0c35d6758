import { type ContactArn, parseContactArn } from '../../contact/contact-arn.ts'

/** The ARN of a contact of one instance. */
export function arnOf(contactId: string): ContactArn {
  const arn = parseContactArn(`arn:aws:connect:us-east-1:111122223333:instance/i-1/contact/${contactId}`)
  if (arn === null) throw new Error(`not a contact id: ${contactId}`)
  return arn
}
