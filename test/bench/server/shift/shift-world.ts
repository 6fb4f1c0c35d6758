import { type ContactArn, parseContactArn } from '../../../../src/contact/contact-arn.ts'
import type { PlannedContact } from './shift-plan.ts'

const account = { accountId: '111122223333', region: 'us-east-1', instanceId: 'shift' } as const
export const instanceArn = `arn:aws:connect:${account.region}:${account.accountId}:instance/${account.instanceId}`
export const domainId = 'shift'

const statuses = ['Active', 'Inactive'] as const
const templates = Array.from({ length: 8 }, (_, n) => ({
  templateId: `template-${n}`,
  name: `Template ${n}`,
  status: statuses[n % 4 === 3 ? 1 : 0],
}))

export function arnOf(contactId: string): ContactArn {
  const arn = parseContactArn(`${instanceArn}/contact/${contactId}`)
  if (arn === null) throw new Error(`not a contact id: ${contactId}`)
  return arn
}

export const usernameOf = (agent: number) => `agent-${agent}`
export const userIdOf = (agent: number) => `user-${agent}`
/** What every case of this domain is called, so that a title on another row gives itself away. */
export const titleOf = (caseId: string) => `About ${caseId}`

/** The cases that are linked to each contact. A transferred contact has one of its own, linked after the transfer. */
export function linksOf(plan: readonly PlannedContact[]): ReadonlyMap<ContactArn, readonly string[]> {
  return new Map(
    plan.flatMap(({ contactId, transferredAs, caseCount }) => {
      const own = Array.from({ length: caseCount }, (_, n) => `${contactId}-case-${n}`)
      const links: [ContactArn, string[]][] = [[arnOf(contactId), own]]
      if (transferredAs !== null) links.push([arnOf(transferredAs), [`${transferredAs}-case-0`]])
      return links
    }),
  )
}

/** The emulator's seed of that world. */
export function seedJsonOf(links: ReadonlyMap<ContactArn, readonly string[]>, agents: number): unknown {
  const toCase = (caseId: string, n: number) => ({
    caseId,
    templateId: `template-${n % templates.length}`,
    fields: { title: titleOf(caseId), status: n % 3 === 0 ? 'closed' : 'open' },
  })
  return {
    ...account,
    users: Array.from({ length: agents }, (_, agent) => ({ userId: userIdOf(agent), username: usernameOf(agent) })),
    domains: [
      {
        domainId,
        name: 'Shift',
        templates,
        cases: [...links.values()].flatMap((caseIds) => caseIds.map(toCase)),
        contacts: [...links].map(([contactArn, caseIds]) => ({ contactArn, caseIds })),
      },
    ],
  }
}
