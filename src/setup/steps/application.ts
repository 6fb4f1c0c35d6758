import { type InputMembers, Variable } from '../aws-call.ts'
import type { Ask } from '../make-call.ts'
import { type Result, succeed } from '../result.ts'
import type { WorkspaceWishes } from '../wishes.ts'
import {
  getApplication,
  listApplications,
  listApplicationsOf,
  permissions,
  type RegisteredApplication,
} from './registered-application.ts'
import type { Step } from './step.ts'

/** The application, null where it is not registered, and whether it is the instance's. */
export interface ApplicationState {
  readonly application: RegisteredApplication | null
  readonly isAssociated: boolean
}

export async function readApplication(
  ask: Ask,
  { instanceId, namespace }: WorkspaceWishes,
): Promise<Result<ApplicationState>> {
  const listed = await listApplications(ask)
  if (!listed.ok) return listed
  const arn = listed.value.find(({ Namespace }) => Namespace === namespace)?.Arn
  if (arn === undefined) return succeed({ application: null, isAssociated: false })
  const application = await getApplication(ask, arn)
  if (!application.ok) return application
  const ofInstance = await listApplicationsOf(ask, instanceId)
  if (!ofInstance.ok) return ofInstance
  return succeed({ application: application.value, isAssociated: ofInstance.value.includes(arn) })
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
