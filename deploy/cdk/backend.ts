import type { IOrigin, IOriginRequestPolicy } from 'aws-cdk-lib/aws-cloudfront'
import type { Alarm } from 'aws-cdk-lib/aws-cloudwatch'

/** What answers `/api`, wherever it runs. */
export interface Backend {
  readonly origin: IOrigin
  /** Which of the viewer's headers it is sent. */
  readonly originRequestPolicy: IOriginRequestPolicy
  /** Those that only this kind of backend has. */
  readonly alarms: readonly Alarm[]
}
