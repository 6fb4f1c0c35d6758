import { FlowLogDestination, FlowLogTrafficType, IpAddresses, type IVpc, SubnetType, Vpc } from 'aws-cdk-lib/aws-ec2'
import type { IBucket } from 'aws-cdk-lib/aws-s3'
import type { Construct } from 'constructs'

/** The addresses of the network; nothing outside it speaks to anything in it but CloudFront, through its VPC origin. */
export const networkCidr = '10.20.0.0/22'

/**
 * Two zones, the tasks in private subnets. One NAT gateway: the services of Amazon Connect and the issuer of the tokens
 * are on the internet.
 */
export function createNetwork(scope: Construct, logs: IBucket): IVpc {
  const vpc = new Vpc(scope, 'Network', {
    ipAddresses: IpAddresses.cidr(networkCidr),
    maxAzs: 2,
    natGateways: 1,
    subnetConfiguration: [
      { name: 'public', subnetType: SubnetType.PUBLIC, cidrMask: 26 },
      { name: 'private', subnetType: SubnetType.PRIVATE_WITH_EGRESS, cidrMask: 24 },
    ],
  })
  vpc.addFlowLog('Rejected', {
    destination: FlowLogDestination.toS3(logs, 'network/'),
    trafficType: FlowLogTrafficType.REJECT,
  })
  return vpc
}
