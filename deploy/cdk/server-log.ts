import { RemovalPolicy } from 'aws-cdk-lib'
import { LogGroup } from 'aws-cdk-lib/aws-logs'
import type { Construct } from 'constructs'

/** The server's own lines, the audit among them: kept when the stack is deleted. */
export function createServerLog(scope: Construct, retentionDays: number): LogGroup {
  return new LogGroup(scope, 'ServerLog', { retention: retentionDays, removalPolicy: RemovalPolicy.RETAIN })
}
