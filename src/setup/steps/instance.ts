import { z } from 'zod'
import { askPages } from '../ask-pages.ts'
import type { Ask } from '../make-call.ts'
import { fail, type Result, succeed } from '../result.ts'
import type { Wishes } from '../wishes.ts'

/** The instance and its Cases domain, as they are. */
export interface InstanceState {
  readonly instanceArn: string
  /** Where agents work: the origin that frames applications. */
  readonly origin: string
}

const described = z.object({
  Instance: z.object({
    Arn: z.string(),
    InstanceAlias: z.string().optional(),
    InstanceAccessUrl: z.url().optional(),
    InstanceStatus: z.string().optional(),
  }),
})
const association = z.object({ IntegrationArn: z.string() })

/** Checks that the instance is there, and that the domain is its own: set-up makes neither. */
export async function readInstanceState(
  ask: Ask,
  { instanceId: InstanceId, domainId, region }: Wishes,
): Promise<Result<InstanceState>> {
  const instance = await ask({ service: 'connect', operation: 'DescribeInstance', input: { InstanceId } }, described)
  if (!instance.ok) return instance
  const { Arn, InstanceAlias, InstanceAccessUrl, InstanceStatus = 'ACTIVE' } = instance.value.Instance
  if (InstanceStatus !== 'ACTIVE') return fail(`The instance is ${InstanceStatus}: come back when it is ACTIVE`)
  const domainForm = z.object({ domainArn: z.string(), domainStatus: z.string() })
  const domain = await ask({ service: 'connectcases', operation: 'GetDomain', input: { domainId } }, domainForm)
  if (!domain.ok) return domain
  const { domainArn, domainStatus } = domain.value
  if (domainStatus !== 'Active') return fail(`The Cases domain is ${domainStatus}: come back when it is Active`)
  const input = { InstanceId, IntegrationType: 'CASES_DOMAIN' }
  const call = { service: 'connect', operation: 'ListIntegrationAssociations', input } as const
  const associations = await askPages(ask, call, { member: 'IntegrationAssociationSummaryList', item: association })
  if (!associations.ok) return associations
  if (associations.value.some(({ IntegrationArn }) => IntegrationArn === domainArn)) {
    const url = InstanceAccessUrl ?? `https://${InstanceAlias ?? 'ALIAS'}.my.connect.aws`
    return succeed({ instanceArn: Arn, origin: new URL(url).origin })
  }
  const others = associations.value.map(({ IntegrationArn }) => IntegrationArn.split('/').at(-1))
  const has = others.length > 0 ? `it has ${others.join(', ')}` : 'it has none'
  return fail(
    `The Cases domain ${domainId} is not the instance's, ${has}: give another --domain, ` +
      `or associate it in the console of Amazon Connect in ${region}`,
  )
}
