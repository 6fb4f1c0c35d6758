import { Duration, RemovalPolicy } from 'aws-cdk-lib'
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectOwnership } from 'aws-cdk-lib/aws-s3'
import type { Construct } from 'constructs'

/** Where CloudFront, the load balancer, the network and S3 write who asked for what. */
export function createAccessLogs(scope: Construct, retentionDays: number): Bucket {
  return new Bucket(scope, 'AccessLogs', {
    encryption: BucketEncryption.S3_MANAGED, // the only one that the load balancer writes with
    enforceSSL: true,
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    objectOwnership: ObjectOwnership.OBJECT_WRITER, // CloudFront's standard logs are written by ACL
    lifecycleRules: [{ expiration: Duration.days(retentionDays) }],
    serverAccessLogsPrefix: 'access-logs/',
    removalPolicy: RemovalPolicy.RETAIN,
  })
}
