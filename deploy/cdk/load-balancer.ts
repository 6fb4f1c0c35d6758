import { Duration } from 'aws-cdk-lib'
import { type ISecurityGroup, type IVpc, Peer, Port, SecurityGroup } from 'aws-cdk-lib/aws-ec2'
import {
  ApplicationLoadBalancer,
  ApplicationProtocol,
  type ApplicationTargetGroup,
  type IApplicationLoadBalancerTarget,
} from 'aws-cdk-lib/aws-elasticloadbalancingv2'
import type { IBucket } from 'aws-cdk-lib/aws-s3'
import type { Construct } from 'constructs'
import { networkCidr } from './network.ts'

interface LoadBalancerProps {
  readonly vpc: IVpc
  readonly logs: IBucket
  readonly target: IApplicationLoadBalancerTarget
  readonly targetPort: number
}

interface LoadBalancer {
  readonly balancer: ApplicationLoadBalancer
  readonly targets: ApplicationTargetGroup
}

/**
 * Inside the network: the internet has no way to it. CloudFront's VPC origin is a network interface in these subnets,
 * and ends the viewer's TLS; from there on it is HTTP within the network.
 */
export function createLoadBalancer(
  scope: Construct,
  { vpc, logs, target, targetPort }: LoadBalancerProps,
): LoadBalancer {
  const securityGroup: ISecurityGroup = new SecurityGroup(scope, 'BalancerGroup', { vpc, allowAllOutbound: false })
  securityGroup.addIngressRule(Peer.ipv4(networkCidr), Port.tcp(80), 'CloudFront, through its VPC origin')
  const balancer = new ApplicationLoadBalancer(scope, 'Balancer', {
    vpc,
    internetFacing: false,
    securityGroup,
    dropInvalidHeaderFields: true,
    deletionProtection: true,
  })
  balancer.logAccessLogs(logs, 'balancer')
  const listener = balancer.addListener('Http', { port: 80, protocol: ApplicationProtocol.HTTP, open: false })
  const targets = listener.addTargets('Tasks', {
    port: targetPort,
    protocol: ApplicationProtocol.HTTP,
    targets: [target],
    deregistrationDelay: Duration.seconds(15), // a request waits for five at most
    healthCheck: {
      path: '/readyz',
      interval: Duration.seconds(10),
      healthyThresholdCount: 2,
      // Longer than the minute for which a server is away whose role is denied: a new task would be denied as well.
      unhealthyThresholdCount: 8,
    },
  })
  return { balancer, targets }
}
