import { ConnectClient, type ConnectClientResolvedConfig } from '@aws-sdk/client-connect'
import { Command } from '@smithy/core/client'
import { getEndpointPlugin } from '@smithy/core/endpoints'
import type { MetadataBearer, SchemaTraitsObject, StaticOperationSchema, StaticStructureSchema } from '@smithy/types'
import { type AwsConfig, requestHandler, type SendCall } from './send-call.ts'

// The package for AppIntegrations that npm has, 3.523.0, does not know that an application is for one contact. So its
// operations are described here, as the service model has them, and sent by the SDK's client of another service under
// this one's name: credentials, retries, signatures and AWS_ENDPOINT_URL_APPINTEGRATIONS are the SDK's own.

// Members in the words of the SDK's schemas: JSON as it is; a text in the path or the query; one made up where it is
// not given, so that a request that is sent twice counts once.
const json = 15
const inPath: Member = [0, { httpLabel: 1 }]
const inQuery = (httpQuery: string): Member => [0, { httpQuery }]
const madeUp: Member = [0, { idempotencyToken: 1 }]
const content = {
  Name: json,
  Description: json,
  ApplicationSourceConfig: json,
  Permissions: json,
  ApplicationConfig: json,
}

const commands = new Map([
  operation('ListApplications', 'GET', '/applications', {
    input: { NextToken: inQuery('nextToken') },
    output: { Applications: json, NextToken: json },
  }),
  operation('GetApplication', 'GET', '/applications/{Arn}', {
    input: { Arn: inPath },
    output: { Arn: json, Namespace: json, ...content },
  }),
  operation('CreateApplication', 'POST', '/applications', {
    input: { ...content, Namespace: json, ClientToken: madeUp },
    output: { Arn: json, Id: json },
  }),
  operation('UpdateApplication', 'PATCH', '/applications/{Arn}', {
    input: { ...content, Arn: inPath },
    output: {},
  }),
])

/** Sends calls to Amazon AppIntegrations. */
export function createAppIntegrations(config: AwsConfig): SendCall {
  const usual = `https://app-integrations.${config.region}.amazonaws.com`
  const asAppIntegrations = {
    serviceId: 'AppIntegrations',
    signingName: 'app-integrations',
    endpointProvider: (given: { Endpoint?: string | undefined }) => ({ url: new URL(given.Endpoint ?? usual) }),
  }
  const client = new ConnectClient({ ...config, requestHandler, ...asAppIntegrations })
  return async (operation, input) => {
    const AppIntegrationsCommand = commands.get(operation)
    if (AppIntegrationsCommand === undefined) throw new Error(`There is no operation ${operation} here`)
    return client.send(new AppIntegrationsCommand(input))
  }
}

type Member = StaticStructureSchema[5][number]

interface Members {
  readonly input: Readonly<Record<string, Member>>
  readonly output: Readonly<Record<string, Member>>
}

function operation(name: string, method: string, path: string, { input, output }: Members) {
  const namespace = 'com.amazonaws.appintegrations'
  const structure = (members: Members['input']): StaticStructureSchema => {
    return [3, namespace, name, 0, Object.keys(members), Object.values(members)]
  }
  const traits: SchemaTraitsObject = { http: [method, path, 200] }
  const schema: StaticOperationSchema = [9, namespace, name, traits, structure(input), structure(output)]
  const builder = Command.classBuilder<object, MetadataBearer, ConnectClientResolvedConfig>()
    .ep({ Endpoint: { type: 'builtInParams', name: 'endpoint' } })
    .m((command, _client, config) => [getEndpointPlugin(config, command.getEndpointParameterInstructions())])
    .s('AppIntegrations', name)
    .n('AppIntegrationsClient', `${name}Command`)
    .sc(schema)
  return [name, builder.build()] as const
}
