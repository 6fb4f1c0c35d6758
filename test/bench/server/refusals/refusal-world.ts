const account = { accountId: '111122223333', region: 'us-east-1', instanceId: 'refusals' } as const
export const instanceArn = `arn:aws:connect:${account.region}:${account.accountId}:instance/${account.instanceId}`
export const domainId = 'refusals'
export const arnOf = (contactId: string) => `${instanceArn}/contact/${contactId}`

/** Two agents: two contacts of Ann's and one of Bob's, each with a second page of cases. */
const owners = { 'ann-1': 'ann', 'ann-2': 'ann', 'bob-1': 'bob' } as const
const casesOf = (contactId: string) => Array.from({ length: 15 }, (_, n) => `${contactId}-case-${n}`)

export const seedJson: unknown = {
  ...account,
  users: ['ann', 'bob'].map((username) => ({ userId: `user-${username}`, username })),
  domains: [
    {
      domainId,
      name: 'Refusals',
      templates: [{ templateId: 'template', name: 'Template', status: 'Active' }],
      cases: Object.keys(owners)
        .flatMap(casesOf)
        .map((caseId) => ({ caseId, templateId: 'template', fields: { title: caseId, status: 'open' } })),
      contacts: Object.entries(owners).map(([contactId, owner]) => ({
        contactId,
        agentUserId: `user-${owner}`,
        state: 'CONNECTED',
        caseIds: casesOf(contactId),
      })),
    },
  ],
}
