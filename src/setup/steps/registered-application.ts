import { z } from 'zod'
import { askPages } from '../ask-pages.ts'
import type { AwsCall } from '../aws-call.ts'
import type { Ask } from '../make-call.ts'
import type { Result } from '../result.ts'

/** What the panel needs to know in a workspace, and no more: who the agent is, their language, the contact. */
export const permissions = ['User.Details.View', 'User.Configuration.View', 'Contact.Details.View'] as const

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

const listedForm = z.object({ Arn: z.string(), Namespace: z.string().nullish() })

/** All applications of the account, by no more than their names. */
export function listApplications(ask: Ask): Promise<Result<readonly z.infer<typeof listedForm>[]>> {
  const call: AwsCall = { service: 'appintegrations', operation: 'ListApplications', input: {} }
  return askPages(ask, call, { member: 'Applications', item: listedForm })
}

export function getApplication(ask: Ask, Arn: string): Promise<Result<RegisteredApplication>> {
  return ask({ service: 'appintegrations', operation: 'GetApplication', input: { Arn } }, applicationForm)
}

/** The ARNs of the applications that are the instance's. */
export async function listApplicationsOf(ask: Ask, InstanceId: string): Promise<Result<readonly string[]>> {
  const input = { InstanceId, IntegrationType: 'APPLICATION' }
  const item = z.object({ IntegrationArn: z.string() }).transform(({ IntegrationArn }) => IntegrationArn)
  const call: AwsCall = { service: 'connect', operation: 'ListIntegrationAssociations', input }
  return askPages(ask, call, { member: 'IntegrationAssociationSummaryList', item })
}
