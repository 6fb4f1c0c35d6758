import { Fn, Stack } from 'aws-cdk-lib'
import type { ILogGroup } from 'aws-cdk-lib/aws-logs'
import type { IBucket } from 'aws-cdk-lib/aws-s3'
import type { Construct } from 'constructs'
import { createAccessLogs } from './access-logs.ts'
import { createAlarms } from './alarms.ts'
import type { Backend } from './backend.ts'
import { createEntrance } from './entrance.ts'
import { createFargateBackend } from './fargate-backend.ts'
import { createLambdaBackend } from './lambda-backend.ts'
import { createPageBucket, deployPage } from './page-files.ts'
import type { Headers } from './page-protection.ts'
import { createServerLog } from './server-log.ts'
import type { DeploymentSettings } from './settings.ts'
import { registerWorkspaceApp } from './workspace-app.ts'

/** What `npm run build` has built, and what protects its documents. */
export interface Built {
  readonly pageDirectory: string
  readonly lambdaDirectory: string
  readonly protection: ReadonlyMap<string, Headers>
}

/** All of it, in the instance's account and Region: one stack is updated, and goes back, as one. */
export function createContactCasesStack(scope: Construct, settings: DeploymentSettings, built: Built): Stack {
  const { account, region, arn: instanceArn } = settings.instance
  const stack = new StackOfAnyZones(scope, 'ContactCases', { env: { account, region }, terminationProtection: true })
  const accessLogs = createAccessLogs(stack, settings.logRetentionDays)
  const log = createServerLog(stack, settings.logRetentionDays)
  const backend = createBackend(stack, settings, { log, accessLogs, directory: built.lambdaDirectory })
  const bucket = createPageBucket(stack, accessLogs)
  const distribution = createEntrance(stack, {
    settings,
    page: bucket,
    protection: built.protection,
    backend,
    logs: accessLogs,
  })
  deployPage(stack, { bucket, distribution, directory: built.pageDirectory, config: settings.page })
  createAlarms(stack, { log, others: backend.alarms, topicArn: settings.alarmTopicArn })
  const { agentWorkspace, domainName } = settings
  if (agentWorkspace !== null) registerWorkspaceApp(stack, { instanceArn, domainName, ...agentWorkspace })
  return stack
}

/** CDK would ask the account which zones it has; CloudFormation knows it when it deploys, and no network is needed before. */
class StackOfAnyZones extends Stack {
  override get availabilityZones(): string[] {
    return [0, 1].map((index) => Fn.select(index, Fn.getAzs()))
  }
}

interface BackendParts {
  readonly log: ILogGroup
  readonly accessLogs: IBucket
  readonly directory: string
}

function createBackend(stack: Stack, settings: DeploymentSettings, parts: BackendParts): Backend {
  const { backend } = settings
  if (backend.kind === 'lambda') return createLambdaBackend(stack, { settings, ...parts })
  return createFargateBackend(stack, { settings, backend, ...parts })
}
