import { fail, type Result, succeed } from '../../src/server/result.ts'

/** An Amazon Connect instance, and what its ARN says of where it is. */
export interface InstanceArn {
  readonly arn: string
  readonly partition: string
  readonly region: string
  readonly account: string
}

const form = /^arn:(aws[a-z-]*):connect:([a-z0-9-]+):(\d{12}):instance\/[\w-]+$/

/** The instance that this ARN names, or one line. */
export function parseInstanceArn(arn: string): Result<InstanceArn, string> {
  const [, partition, region, account] = form.exec(arn) ?? []
  if (partition === undefined || region === undefined || account === undefined) {
    return fail('instanceArn: must be an ARN such as arn:aws:connect:eu-central-1:111122223333:instance/ID')
  }
  return succeed({ arn, partition, region, account })
}
