import { z } from 'zod'
import { askPages } from '../ask-pages.ts'
import { type AwsCall, type InputMembers, Variable } from '../aws-call.ts'
import type { Ask } from '../make-call.ts'
import { type Result, succeed } from '../result.ts'
import type { WorkspaceWishes } from '../wishes.ts'
import type { Step } from './step.ts'

/** What the panel needs to know in a workspace, and no more: who the agent is, their language, the contact. */
const permissions = ['User.Details.View', 'User.Configuration.View', 'Contact.Details.View']

const strings = z.array(z.string()).nullish()
const applicationForm = z.object({
  Arn: z.string(),
  ApplicationSourceConfig: z
    .object({ ExternalUrlConfig: z.object({ AccessUrl: z.string(), ApprovedOrigins: strings }).nullish() })
    .nullish(),
  Permissions: strings,
  ApplicationConfig: z.object({ ContactHandling: z.object({ Scope: z.string().nullish() }).nullish() }).nullish(),
})

/** The application as it is registered. */
export type RegisteredApplication = z.infer<typeof applicationForm>

/** The application, null where it is not registered, and whether it is the instance's. */
export interface ApplicationState {
  readonly application: RegisteredApplication | null
  readonly isAssociated: boolean
}

export async function readApplication(
  ask: Ask,
  { instanceId: InstanceId, namespace }: WorkspaceWishes,
): Promise<Result<ApplicationState>> {
  const list: AwsCall = { service: 'appintegrations', operation: 'ListApplications', input: {} }
  const item = z.object({ Arn: z.string(), Namespace: z.string().nullish() })
  const listed = await askPages(ask, list, { member: 'Applications', item })
  if (!listed.ok) return listed
  const Arn = listed.value.find(({ Namespace }) => Namespace === namespace)?.Arn
  if (Arn === undefined) return succeed({ application: null, isAssociated: false })
  const get: AwsCall = { service: 'appintegrations', operation: 'GetApplication', input: { Arn } }
  const application = await ask(get, applicationForm)
  if (!application.ok) return application
  const input = { InstanceId, IntegrationType: 'APPLICATION' }
  const associations = await askPages(
    ask,
    { service: 'connect', operation: 'ListIntegrationAssociations', input },
    { member: 'IntegrationAssociationSummaryList', item: z.object({ IntegrationArn: z.string() }) },
  )
  if (!associations.ok) return associations
  const isAssociated = associations.value.some(({ IntegrationArn }) => IntegrationArn === Arn)
  return succeed({ application: application.value, isAssociated })
}

/** Registers it, or mends what is not as it must be; permissions and origins that others added stay. */
export function applicationSteps(wishes: WorkspaceWishes, { application, isAssociated }: ApplicationState): Step[] {
  const made = new Variable('APP_ARN')
  const register: Step = {
    title: `The application ${wishes.namespace} is registered, one frame for each contact`,
    writes: application === null ? [createCall(wishes, made)] : updateCalls(wishes, application),
  }
  const associate: Step = {
    title: 'The application is the instance’s',
    writes: isAssociated
      ? []
      : [
          {
            service: 'connect',
            operation: 'CreateIntegrationAssociation',
            input: {
              InstanceId: wishes.instanceId,
              IntegrationType: 'APPLICATION',
              IntegrationArn: application?.Arn ?? made,
            },
          },
        ],
  }
  return [register, associate]
}

function createCall({ name, namespace, pageUrl, signInOrigins }: WorkspaceWishes, made: Variable) {
  return {
    service: 'appintegrations',
    operation: 'CreateApplication',
    input: {
      Name: name,
      Namespace: namespace,
      Description: 'Every case that is linked to the contact on the desk.',
      ApplicationSourceConfig: sourceOf(pageUrl.href, signInOrigins),
      Permissions: permissions,
      ApplicationConfig: perContact,
    },
    gives: { member: 'Arn', as: made },
  } as const
}

const perContact = { ContactHandling: { Scope: 'PER_CONTACT' } }

function updateCalls({ pageUrl, signInOrigins }: WorkspaceWishes, is: RegisteredApplication): Step['writes'] {
  const external = is.ApplicationSourceConfig?.ExternalUrlConfig
  const origins = merged(external?.ApprovedOrigins, signInOrigins)
  const allowed = merged(is.Permissions, permissions)
  const isRightSource =
    external?.AccessUrl === pageUrl.href && origins.length === (external.ApprovedOrigins ?? []).length
  const changes: InputMembers = {
    ...(isRightSource ? {} : { ApplicationSourceConfig: sourceOf(pageUrl.href, origins) }),
    ...(allowed.length === is.Permissions?.length ? {} : { Permissions: allowed }),
    ...(is.ApplicationConfig?.ContactHandling?.Scope === 'PER_CONTACT' ? {} : { ApplicationConfig: perContact }),
  }
  if (Object.keys(changes).length === 0) return []
  return [{ service: 'appintegrations', operation: 'UpdateApplication', input: { Arn: is.Arn, ...changes } }]
}

// The service takes no empty list of origins.
function sourceOf(AccessUrl: string, origins: readonly string[]): InputMembers {
  return { ExternalUrlConfig: { AccessUrl, ...(origins.length > 0 ? { ApprovedOrigins: origins } : {}) } }
}

function merged(there: readonly string[] | null | undefined, wanted: readonly string[]): readonly string[] {
  return [...new Set([...(there ?? []), ...wanted])]
}
