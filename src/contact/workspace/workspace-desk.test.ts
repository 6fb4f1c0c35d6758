import { expect, test } from 'vitest'
import { contactArnOf, parseAgentArn, parseContactId } from '../contact-arn.ts'
import { deskStateOf, newWorkspaceDesk, reduceWorkspaceDesk, type WorkspaceEvent } from './workspace-desk.ts'

const agentArn = parseAgentArn('arn:aws:connect:us-east-1:111122223333:instance/i-1/agent/ada')
const contactId = parseContactId('c-1')
if (agentArn === null || contactId === null) throw new Error('both parse')

const facts: WorkspaceEvent = {
  type: 'facts',
  agentArn,
  contact: {
    contactArn: contactArnOf(agentArn, contactId),
    contactId,
    initialContactArn: null,
    channel: 'chat',
    queueName: null,
    phase: null,
    phaseSince: null,
  },
}

test('facts that come when the workspace has taken the app away bring no contact back', () => {
  const events: WorkspaceEvent[] = [{ type: 'opened' }, facts, { type: 'over' }, facts]
  expect(deskStateOf(events.reduce(reduceWorkspaceDesk, newWorkspaceDesk))).toMatchObject({
    contacts: [],
    viewedContactId: null,
  })
})
