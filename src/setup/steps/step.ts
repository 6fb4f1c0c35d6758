import type { AwsWrite } from '../aws-call.ts'

/** One thing that set-up sees to. */
export interface Step {
  /** What is so when it is done: `Agents may open the application`. */
  readonly title: string
  /** What has to be changed for that; none: it is so already. */
  readonly writes: readonly AwsWrite[]
}
