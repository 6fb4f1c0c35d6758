import { Fn, SecretValue, Validations } from 'aws-cdk-lib'
import { type ISecurityGroup, type IVpc, Port, SecurityGroup } from 'aws-cdk-lib/aws-ec2'
import { CfnReplicationGroup, CfnSubnetGroup } from 'aws-cdk-lib/aws-elasticache'
import { Secret } from 'aws-cdk-lib/aws-secretsmanager'
import { Construct } from 'constructs'

// Not the default one, which every scanner tries first.
const port = 6380

const turnedByHand =
  'A new password takes a change of the replication group and a restart of the tasks, in this order: by deployment.'

/** What the tasks share: ElastiCache for Valkey, two nodes in two zones, for nobody but the tasks. */
export class ValkeyStore extends Construct {
  /** Holds what STORE is set to; a password is in it. */
  readonly url: Secret

  constructor(scope: Construct, { vpc, client }: { vpc: IVpc; client: ISecurityGroup }) {
    super(scope, 'Store')
    const group = new SecurityGroup(this, 'SecurityGroup', { vpc, allowAllOutbound: false })
    group.addIngressRule(client, Port.tcp(port), 'the tasks')
    const subnets = new CfnSubnetGroup(this, 'Subnets', {
      description: 'private subnets',
      subnetIds: vpc.privateSubnets.map(({ subnetId }) => subnetId),
    })
    const password = new Secret(this, 'Password', {
      generateSecretString: { passwordLength: 64, excludePunctuation: true },
    })
    const cache = new CfnReplicationGroup(this, 'Valkey', {
      replicationGroupDescription: 'schedule, cache and single flight of Contact Cases',
      engine: 'valkey',
      engineVersion: '8.0',
      cacheNodeType: 'cache.t4g.micro',
      numCacheClusters: 2,
      automaticFailoverEnabled: true,
      multiAzEnabled: true,
      port,
      transitEncryptionEnabled: true,
      transitEncryptionMode: 'required',
      atRestEncryptionEnabled: true,
      authToken: password.secretValue.unsafeUnwrap(), // a reference, resolved by CloudFormation: not in the template
      cacheSubnetGroupName: subnets.ref,
      securityGroupIds: [group.securityGroupId],
    })
    const address = Fn.join(':', [cache.attrPrimaryEndPointAddress, cache.attrPrimaryEndPointPort])
    const url = Fn.join('', ['rediss://:', password.secretValue.unsafeUnwrap(), '@', address])
    this.url = new Secret(this, 'Url', { secretStringValue: SecretValue.unsafePlainText(url) }) // a reference again
    for (const secret of [password, this.url]) {
      Validations.of(secret).acknowledge({ id: 'AwsSolutions-SMG4', reason: turnedByHand })
    }
  }
}
