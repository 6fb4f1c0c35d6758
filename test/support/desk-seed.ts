const [accountId, region, instanceId] = ['111122223333', 'us-east-1', '0f6a2f4e-6b1f-4f0e-9d52-1c8a4f4f7a10']

export const instanceArn = `arn:aws:connect:${region}:${accountId}:instance/${instanceId}`

/** A seed for simulated desktops without an emulator: one contact can be made to ring. */
export const deskSeed = {
  accountId,
  region,
  instanceId,
  domains: [
    { contacts: [{ contactId: 'seeded-1', caseIds: ['a', 'b'], label: 'Maria — 2 cases', queueName: 'Billing' }] },
  ],
}
