import { Duration, Stack, Validations } from 'aws-cdk-lib'
import { HttpApi, HttpMethod, HttpStage, LogGroupLogDestination } from 'aws-cdk-lib/aws-apigatewayv2'
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations'
import { OriginProtocolPolicy, OriginRequestPolicy } from 'aws-cdk-lib/aws-cloudfront'
import { HttpOrigin } from 'aws-cdk-lib/aws-cloudfront-origins'
import { Code, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda'
import { type ILogGroup, LogGroup } from 'aws-cdk-lib/aws-logs'
import type { Construct } from 'constructs'
import type { Backend } from './backend.ts'
import { createBackendRole } from './backend-role.ts'
import type { DeploymentSettings } from './settings.ts'

interface LambdaProps {
  readonly settings: DeploymentSettings
  /** Where `npm run build` has put the function. */
  readonly directory: string
  readonly log: ILogGroup
}

/**
 * The server as one function, for a trial. An HTTP API and no function URL: CloudFront signs requests to the latter in
 * the header that the agent's token is in.
 */
export function createLambdaBackend(scope: Construct, { settings, directory, log }: LambdaProps): Backend {
  const handler = createFunction(scope, { settings, directory, log })
  const api = createApi(scope, handler, settings.logRetentionDays)
  const { region, urlSuffix } = Stack.of(scope)
  return {
    origin: new HttpOrigin(`${api.apiId}.execute-api.${region}.${urlSuffix}`, {
      protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY,
    }),
    // API Gateway finds an API by its host.
    originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
    alarms: [
      handler.metricThrottles({ period: Duration.minutes(5) }).createAlarm(scope, 'Crowded', {
        alarmDescription: 'Requests to Contact Cases were turned away: one at a time is too few. See deploy/README.md.',
        threshold: 10,
        evaluationPeriods: 1,
      }),
    ],
  }
}

function createFunction(scope: Construct, { settings, directory, log }: LambdaProps): LambdaFunction {
  const role = createBackendRole(scope, 'lambda.amazonaws.com', settings)
  log.grantWrite(role)
  return new LambdaFunction(scope, 'Server', {
    runtime: Runtime.NODEJS_24_X,
    code: Code.fromAsset(directory),
    handler: 'lambda.handler',
    role,
    logGroup: log,
    environment: { ...settings.environment },
    memorySize: 1024, // for its processor: the first answer after a start is the slow one
    timeout: Duration.seconds(15),
    // Each instance has a schedule of calls to itself. Two would send twice what the account allows.
    reservedConcurrentExecutions: 1,
  })
}

function createApi(scope: Construct, handler: LambdaFunction, retention: number): HttpApi {
  const api = new HttpApi(scope, 'Api', { createDefaultStage: false })
  const routes = api.addRoutes({
    path: '/api/{proxy+}',
    methods: [HttpMethod.ANY],
    integration: new HttpLambdaIntegration('ToServer', handler),
  })
  for (const route of routes) {
    Validations.of(route).acknowledge({
      id: 'AwsSolutions-APIG4',
      reason: 'The server checks every token itself, and says what is wrong in a form that the panel reads.',
    })
  }
  new HttpStage(scope, 'Stage', {
    httpApi: api,
    stageName: '$default',
    autoDeploy: true,
    throttle: { rateLimit: 50, burstLimit: 100 },
    accessLogSettings: { destination: new LogGroupLogDestination(new LogGroup(scope, 'ApiLog', { retention })) },
  })
  return api
}
