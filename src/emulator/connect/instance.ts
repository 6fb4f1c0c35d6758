import { domainArnIn, instanceArnIn } from '../arns.ts'
import type { Seed } from '../seed-schema.ts'
import { seededTime } from '../seeded-time.ts'
import type { Application, InstanceChange, IntegrationAssociation, SecurityProfile } from './instance-change.ts'

/** The seed's Amazon Connect instance, as its administrator sees it. */
export interface Instance {
  readonly instanceId: string
  readonly instanceArn: string
  readonly alias: string
  /** By ARN. */
  readonly applications: ReadonlyMap<string, Application>
  readonly associations: ReadonlyMap<string, IntegrationAssociation>
  readonly approvedOrigins: ReadonlySet<string>
  readonly securityProfiles: ReadonlyMap<string, SecurityProfile>
  applicationArn(applicationId: string): string
  associationArn(associationId: string): string
  apply(change: InstanceChange): void
}

/** Each domain of the seed is the instance's, until its association is deleted. */
export function createInstance(seed: Seed): Instance {
  const instanceArn = instanceArnIn(seed)
  const [, partition] = instanceArn.split(':')
  const applications = new Map<string, Application>()
  const associations = new Map(seed.domains.map((domain, index) => [`seeded-${index}`, ofDomain(seed, domain, index)]))
  const approvedOrigins = new Set<string>()
  const securityProfiles = new Map((seed.securityProfiles ?? []).map((one) => [one.securityProfileId, profileOf(one)]))
  return {
    instanceId: seed.instanceId,
    instanceArn,
    alias: seed.instanceAlias ?? 'emulated',
    applications,
    associations,
    approvedOrigins,
    securityProfiles,
    applicationArn: (id) => `arn:${partition}:app-integrations:${seed.region}:${seed.accountId}:application/${id}`,
    associationArn: (id) => `${instanceArn}/integration-association/${id}`,
    apply(change) {
      switch (change.kind) {
        case 'applicationPut':
          applications.set(change.application.arn, change.application)
          return
        case 'associationCreated':
          associations.set(change.association.associationId, change.association)
          return
        case 'associationDeleted':
          associations.delete(change.association.associationId)
          return
        case 'approvedOriginAdded':
          approvedOrigins.add(change.origin)
          return
        case 'securityProfilePut':
          securityProfiles.set(change.securityProfile.securityProfileId, change.securityProfile)
      }
    },
  }
}

function ofDomain(seed: Seed, { domainId }: Seed['domains'][number], index: number): IntegrationAssociation {
  const integrationArn = domainArnIn(seed, domainId)
  return { associationId: `seeded-${index}`, integrationType: 'CASES_DOMAIN', integrationArn }
}

function profileOf(seeded: NonNullable<Seed['securityProfiles']>[number]): SecurityProfile {
  return { ...seeded, description: '', applications: [], modifiedAt: seededTime }
}
