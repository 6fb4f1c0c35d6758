import type { Seed, SeedContact } from './seed-schema.ts'

type Account = Pick<Seed, 'accountId' | 'region' | 'instanceId'>

/** The partition is told by the Region's name: the AWS China and GovCloud Regions have partitions of their own. */
function partitionOf(region: string): string {
  if (region.startsWith('cn-')) return 'aws-cn'
  return region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws'
}

/** The ARN of a seeded contact: its own, or one of the seed's instance made from its id. */
export function contactArnIn(account: Account, contact: SeedContact): string {
  if (contact.contactArn !== undefined) return contact.contactArn
  return `${instanceArnIn(account)}/contact/${contact.contactId}`
}

export function instanceArnIn({ accountId, region, instanceId }: Account): string {
  return `arn:${partitionOf(region)}:connect:${region}:${accountId}:instance/${instanceId}`
}

/** The role that requests are made by: they may be unsigned, so it is always this one. */
export function roleArnIn({ accountId, region }: Omit<Account, 'instanceId'>): string {
  return `arn:${partitionOf(region)}:iam::${accountId}:role/emulator`
}

export function domainArnIn({ accountId, region }: Account, domainId: string): string {
  return `arn:${partitionOf(region)}:cases:${region}:${accountId}:domain/${domainId}`
}
