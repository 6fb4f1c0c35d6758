import { Duration, Validations } from 'aws-cdk-lib'
import { type ISecurityGroup, type IVpc, SubnetType } from 'aws-cdk-lib/aws-ec2'
import {
  Cluster,
  ContainerInsights,
  FargateService,
  FargateTaskDefinition,
  LogDrivers,
  Secret as TaskSecret,
} from 'aws-cdk-lib/aws-ecs'
import type { ILogGroup } from 'aws-cdk-lib/aws-logs'
import { type ISecret, Secret } from 'aws-cdk-lib/aws-secretsmanager'
import type { Construct } from 'constructs'
import { createBackendRole } from './backend-role.ts'
import { serverImage } from './server-image.ts'
import type { DeploymentSettings } from './settings.ts'

/** The port that the tasks listen on. */
export const serverPort = 8787

interface TasksProps {
  readonly settings: DeploymentSettings
  readonly tasks: number
  readonly image: string | undefined
  readonly vpc: IVpc
  readonly securityGroup: ISecurityGroup
  /** What STORE is set to; null: each task remembers for itself. */
  readonly storeUrl: ISecret | null
  readonly log: ILogGroup
}

/** The tasks: a deployment whose tasks do not become healthy goes back by itself. */
export function createTasks(scope: Construct, props: TasksProps): FargateService {
  const { tasks, vpc, securityGroup } = props
  return new FargateService(scope, 'Service', {
    cluster: new Cluster(scope, 'Cluster', { vpc, containerInsightsV2: ContainerInsights.ENABLED }),
    taskDefinition: defineTask(scope, props),
    desiredCount: tasks,
    minHealthyPercent: 100,
    maxHealthyPercent: 200,
    circuitBreaker: { rollback: true },
    vpcSubnets: { subnetType: SubnetType.PRIVATE_WITH_EGRESS },
    securityGroups: [securityGroup],
    healthCheckGracePeriod: Duration.seconds(60),
  })
}

function defineTask(scope: Construct, { settings, image, storeUrl, log }: TasksProps): FargateTaskDefinition {
  const task = new FargateTaskDefinition(scope, 'Task', {
    cpu: 512,
    memoryLimitMiB: 1024,
    taskRole: createBackendRole(scope, 'ecs-tasks.amazonaws.com', settings),
  })
  task.addContainer('server', {
    image: serverImage(image),
    readonlyRootFilesystem: true,
    portMappings: [{ containerPort: serverPort }],
    environment: {
      ...settings.environment,
      HOST: '0.0.0.0',
      PORT: String(serverPort),
      AWS_REGION: settings.instance.region,
    },
    secrets: secretsOf(scope, settings.sealKeysSecretArn, storeUrl),
    logging: LogDrivers.awsLogs({ logGroup: log, streamPrefix: 'server' }),
    stopTimeout: Duration.seconds(30),
  })
  Validations.of(task).acknowledge({
    id: 'AwsSolutions-ECS2',
    reason: 'The variables name domains, Regions and an issuer. What is secret comes from Secrets Manager.',
  })
  if (image === undefined) {
    Validations.of(task.obtainExecutionRole()).acknowledge({
      id: 'AwsSolutions-IAM5[Resource::*]',
      reason: 'ecr:GetAuthorizationToken, which pulls the image, knows no resource.',
    })
  }
  return task
}

function secretsOf(scope: Construct, sealKeysArn: string | null, storeUrl: ISecret | null): Record<string, TaskSecret> {
  const sealKeys = sealKeysArn && Secret.fromSecretCompleteArn(scope, 'SealKeys', sealKeysArn)
  return {
    ...(sealKeys && { SEAL_KEYS: TaskSecret.fromSecretsManager(sealKeys) }),
    ...(storeUrl && { STORE: TaskSecret.fromSecretsManager(storeUrl) }),
  }
}
