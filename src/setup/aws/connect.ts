import { Connect } from '@aws-sdk/client-connect'
import { type AwsConfig, requestHandler, type SendCall } from './send-call.ts'

/** Sends calls to Amazon Connect. */
export function createConnect(config: AwsConfig): SendCall {
  const connect = new Connect({ ...config, requestHandler })
  const operations = new Map<string, (input: never) => Promise<unknown>>([
    ['AssociateApprovedOrigin', (input) => connect.associateApprovedOrigin(input)],
    ['CreateIntegrationAssociation', (input) => connect.createIntegrationAssociation(input)],
    ['DescribeInstance', (input) => connect.describeInstance(input)],
    ['ListApprovedOrigins', (input) => connect.listApprovedOrigins(input)],
    ['ListInstances', (input) => connect.listInstances(input)],
    ['ListIntegrationAssociations', (input) => connect.listIntegrationAssociations(input)],
    ['ListSecurityProfileApplications', (input) => connect.listSecurityProfileApplications(input)],
    ['ListSecurityProfiles', (input) => connect.listSecurityProfiles(input)],
    ['UpdateSecurityProfile', (input) => connect.updateSecurityProfile(input)],
  ])
  return async (operation, input) => {
    const send = operations.get(operation)
    if (send === undefined) throw new Error(`There is no operation ${operation} here`)
    return send(input as never) // the plan writes what the operation takes, and the service checks it
  }
}

/** The Region of the environment or the profile, as every AWS SDK finds it; null: neither has one. */
export async function usualRegion(): Promise<string | null> {
  return new Connect({}).config.region().catch(() => null)
}
