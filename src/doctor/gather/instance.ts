import { createAwsServices } from '../../setup/aws/aws-services.ts'
import type { AwsConfig } from '../../setup/aws/send-call.ts'
import { type Ask, createCaller } from '../../setup/make-call.ts'
import { type Result, succeed } from '../../setup/result.ts'
import { readApprovedOrigins } from '../../setup/steps/approved-origin.ts'
import {
  getApplication,
  listApplications,
  listApplicationsOf,
  type RegisteredApplication,
} from '../../setup/steps/registered-application.ts'

/** What is asked about. */
export interface InstanceQuestion {
  readonly host: 'streams' | 'workspace'
  readonly region: string
  readonly instanceId: string
  /** The page's origin. */
  readonly page: string
}

/** What an Amazon Connect instance knows of the page, or why these credentials do not see it. */
export type InstanceFacts = { readonly page: string } & (
  | { readonly host: 'streams'; readonly approved: Result<readonly string[]> }
  | { readonly host: 'workspace'; readonly application: Result<KnownApplication | null> }
)

/** The application that opens the page. */
export interface KnownApplication {
  readonly application: RegisteredApplication
  readonly isOfInstance: boolean
}

/** Reads what setting up would change, with what `aws` does not say found as every AWS SDK finds it. */
export async function askInstance(
  { host, region, instanceId, page }: InstanceQuestion,
  aws: Omit<AwsConfig, 'region'> = {},
): Promise<InstanceFacts> {
  const { ask } = createCaller({ services: createAwsServices({ ...aws, region }), onAsk: () => {} })
  if (host === 'streams') return { host, page, approved: await readApprovedOrigins(ask, { instanceId }) }
  return { host, page, application: await findApplication(ask, instanceId, page) }
}

/** By its address: whoever set it up may have given it any name. */
async function findApplication(ask: Ask, instanceId: string, page: string): Promise<Result<KnownApplication | null>> {
  const [listed, ofInstance] = [await listApplications(ask), await listApplicationsOf(ask, instanceId)]
  if (!listed.ok) return listed
  if (!ofInstance.ok) return ofInstance
  const isOfInstance = ({ Arn }: { readonly Arn: string }) => ofInstance.value.includes(Arn)
  // Of two for the same page, agents see the instance's.
  const instancesFirst = listed.value.toSorted((one, other) => Number(isOfInstance(other)) - Number(isOfInstance(one)))
  for (const { Arn } of instancesFirst) {
    const application = await getApplication(ask, Arn)
    if (!application.ok) return application
    const address = application.value.ApplicationSourceConfig?.ExternalUrlConfig?.AccessUrl ?? ''
    if (URL.canParse(address) && new URL(address).origin === page) {
      return succeed({ application: application.value, isOfInstance: isOfInstance(application.value) })
    }
  }
  return succeed(null)
}
