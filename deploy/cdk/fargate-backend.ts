import { Duration } from 'aws-cdk-lib'
import { OriginProtocolPolicy, OriginRequestPolicy } from 'aws-cdk-lib/aws-cloudfront'
import { VpcOrigin } from 'aws-cdk-lib/aws-cloudfront-origins'
import { SecurityGroup } from 'aws-cdk-lib/aws-ec2'
import type { ILogGroup } from 'aws-cdk-lib/aws-logs'
import type { IBucket } from 'aws-cdk-lib/aws-s3'
import type { Construct } from 'constructs'
import type { Backend } from './backend.ts'
import { createTasks, serverPort } from './fargate-tasks.ts'
import { createLoadBalancer } from './load-balancer.ts'
import { createNetwork } from './network.ts'
import type { DeploymentSettings } from './settings.ts'
import type { BackendSettings } from './settings-file.ts'
import { ValkeyStore } from './valkey-store.ts'

interface FargateProps {
  readonly settings: DeploymentSettings
  readonly backend: Extract<BackendSettings, { readonly kind: 'fargate' }>
  readonly log: ILogGroup
  readonly accessLogs: IBucket
}

/** The server in containers, several of them, which share their schedule of calls. */
export function createFargateBackend(scope: Construct, { settings, backend, log, accessLogs }: FargateProps): Backend {
  const vpc = createNetwork(scope, accessLogs)
  const securityGroup = new SecurityGroup(scope, 'TaskGroup', { vpc })
  const store = backend.store === 'valkey' ? new ValkeyStore(scope, { vpc, client: securityGroup }) : null
  const { tasks, image } = backend
  const target = createTasks(scope, { settings, tasks, image, vpc, securityGroup, storeUrl: store?.url ?? null, log })
  const { balancer, targets } = createLoadBalancer(scope, { vpc, logs: accessLogs, target, targetPort: serverPort })
  return {
    origin: VpcOrigin.withApplicationLoadBalancer(balancer, { protocolPolicy: OriginProtocolPolicy.HTTP_ONLY }),
    originRequestPolicy: OriginRequestPolicy.ALL_VIEWER,
    alarms: [
      targets.metrics
        .unhealthyHostCount({ period: Duration.minutes(1), statistic: 'Maximum' })
        .createAlarm(scope, 'Unhealthy', {
          alarmDescription: 'A task of Contact Cases is not ready: /readyz and its log say why.',
          threshold: 1,
          evaluationPeriods: 3,
        }),
    ],
  }
}
