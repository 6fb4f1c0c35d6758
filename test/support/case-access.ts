import { urgencyOf } from '../../src/contract/urgency.ts'
import { createCaseAccess } from '../../src/server/auth/case-access.ts'
import { createConnectUsers } from '../../src/server/auth/connect-users.ts'
import { createOwnership } from '../../src/server/auth/ownership.ts'
import type { Agent } from '../../src/server/auth/viewer.ts'
import type { Urgency } from '../../src/server/quota/urgency.ts'
import type { OnAnswer } from '../../src/server/shared-answers/answer-source.ts'
import type { AskThroughStore } from '../../src/server/shared-answers/ask-through-store.ts'
import { askerOf } from './asker.ts'
import { createTestConnect, type KnownContact } from './connect-directory.ts'

const instances = new Map([
  ['arn:aws:connect:us-east-1:111122223333:instance/i', 'domain'],
  ['arn:aws:connect:us-east-1:111122223333:instance/j', 'domain-j'],
])
export const ann: Agent = { kind: 'agent', issuer: 'i', subject: 's-ann', user: 'ann', isSupervisor: false }
export const bob: Agent = { ...ann, subject: 's-bob', user: 'bob' }
export const patient: AbortSignal = new AbortController().signal

/** Who may see what, over an Amazon Connect with these contacts; metrics are told what is in `answered`. */
export function accessTo(contacts: Record<string, KnownContact>, askThroughStore: AskThroughStore | null = null) {
  const connect = createTestConnect(contacts)
  const clock = { now: 1_000 }
  const answered: string[] = []
  const onAnswer: OnAnswer = (question, source) => answered.push(`${question} ${source}`)
  const deps = { connect: connect.gateway, now: () => clock.now, onAnswer, askThroughStore }
  const userIdOf = createConnectUsers({ ...deps, agentClaimIs: 'username' })
  const access = createCaseAccess({ ...deps, instances, ownership: createOwnership({ ...deps, userIdOf }) })
  const may = async (
    agent: Agent,
    contactArn: string,
    throughContactArn: string | null = null,
    domainId = 'domain',
    urgency: Urgency = urgencyOf.ringing,
  ) => {
    const asker = askerOf(patient, { urgency })
    const ground = await access.toContact(agent, { domainId, contactArn, throughContactArn }, asker)
    return ground.ok ? ground.value : ground.problem.code
  }
  return { connect, clock, access, may, answered }
}
