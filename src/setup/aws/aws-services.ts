import type { AwsServiceName } from '../aws-call.ts'
import { createAppIntegrations } from './app-integrations.ts'
import { createConnect } from './connect.ts'
import { createConnectCases } from './connect-cases.ts'
import type { AwsConfig, SendCall } from './send-call.ts'

/** The three services that set-up talks to, in one Region. */
export function createAwsServices(config: AwsConfig): Readonly<Record<AwsServiceName, SendCall>> {
  return {
    appintegrations: createAppIntegrations(config),
    connect: createConnect(config),
    connectcases: createConnectCases(config),
  }
}
