import { expect, test } from 'vitest'
import { contactArnOf, parseAgentArn, parseContactId } from './contact-arn.ts'
import type { ContactPhase } from './contact-source.ts'
import { contactToShow } from './contact-to-show.ts'

/** Which contact is shown where the desk has these, in the order they came: `['c-1 connected', 'c-2 unknown']`. */
function shown(contacts: `${string} ${ContactPhase | 'unknown'}`[], viewed: string | null = null) {
  const agentArn = parseAgentArn('arn:aws:connect:us-east-1:111122223333:instance/i-1/agent/ada')
  if (agentArn === null) throw new Error('an agent ARN')
  const deskContacts = contacts.map((text) => {
    const [id = '', phase] = text.split(' ')
    const contactId = parseContactId(id)
    if (contactId === null) throw new Error('a contact id')
    return {
      contactArn: contactArnOf(agentArn, contactId),
      contactId,
      initialContactArn: null,
      channel: 'chat' as const,
      queueName: null,
      // The parameter's type says that it is one.
      phase: phase === 'unknown' ? null : (phase as ContactPhase),
      phaseSince: null,
    }
  })
  const viewedContactId = viewed === null ? null : parseContactId(viewed)
  return contactToShow({ status: 'ready', agentArn, contacts: deskContacts, viewedContactId })?.contactId ?? null
}

test('the contact the agent looks at is shown, whatever else rings', () => {
  expect(shown(['c-1 afterCallWork', 'c-2 connected', 'c-3 incoming'], 'c-1')).toBe('c-1')
})

test('no other contact stands in for a viewed one that is not on the desk', () => {
  expect(shown(['c-1 connected'], 'c-9')).toBeNull()
})

test('an empty desk shows nothing', () => {
  expect(shown([])).toBeNull()
})

test.each([
  ['the only contact in conversation', ['c-1 missed', 'c-2 connected', 'c-3 afterCallWork'], 'c-2'],
  ['one that rings before the one in conversation', ['c-1 incoming', 'c-2 connected'], 'c-1'],
  ['the one that rang last', ['c-1 incoming', 'c-2 connecting', 'c-3 connected'], 'c-2'],
  ['the conversation that came last', ['c-1 connected', 'c-2 paused', 'c-3 afterCallWork'], 'c-2'],
  ['the last after-call work before a missed contact', ['c-1 afterCallWork', 'c-2 afterCallWork', 'c-3 missed'], 'c-2'],
  ['one whose phase nobody knows as if it were in conversation', ['c-1 unknown', 'c-2 afterCallWork'], 'c-1'],
  ['the last that was missed or has ended', ['c-1 missed', 'c-2 ended'], 'c-2'],
] as const)('where the desk names none, it is %s', (_, contacts, expected) => {
  expect(shown([...contacts])).toBe(expected)
})
