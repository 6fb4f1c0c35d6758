import { ConnectCases } from '@aws-sdk/client-connectcases'
import { type AwsConfig, requestHandler, type SendCall } from './send-call.ts'

/** Sends calls to Amazon Connect Cases. */
export function createConnectCases(config: AwsConfig): SendCall {
  const cases = new ConnectCases({ ...config, requestHandler })
  const operations = new Map<string, (input: never) => Promise<unknown>>([
    ['GetCaseEventConfiguration', (input) => cases.getCaseEventConfiguration(input)],
    ['GetDomain', (input) => cases.getDomain(input)],
    ['PutCaseEventConfiguration', (input) => cases.putCaseEventConfiguration(input)],
  ])
  return async (operation, input) => {
    const send = operations.get(operation)
    if (send === undefined) throw new Error(`There is no operation ${operation} here`)
    return send(input as never) // the plan writes what the operation takes, and the service checks it
  }
}
