import { parseAgentArn, parseContactArn, parseContactId } from '../../../../src/contact/contact-arn.ts'
import type { DeskState } from '../../../../src/contact/contact-source.ts'

const instanceArn = 'arn:aws:connect:us-east-1:111122223333:instance/bench'

/** A desk with this contact ringing, or none. */
export function deskOf(text: string | null): DeskState {
  const agentArn = parsed(parseAgentArn(`${instanceArn}/agent/bench`))
  if (text === null) return { status: 'ready', agentArn, contacts: [], viewedContactId: null }
  const contactId = parsed(parseContactId(text))
  const contact = {
    contactId,
    contactArn: parsed(parseContactArn(`${instanceArn}/contact/${text}`)),
    initialContactArn: null,
    channel: 'chat',
    queueName: 'Billing',
    phase: 'incoming',
    phaseSince: null,
  } as const
  return { status: 'ready', agentArn, contacts: [contact], viewedContactId: contactId }
}

function parsed<T>(value: T | null): T {
  if (value === null) throw new Error('the bench names something that is no id')
  return value
}
