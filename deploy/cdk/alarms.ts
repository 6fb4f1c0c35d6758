import { Duration } from 'aws-cdk-lib'
import { Alarm, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch'
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions'
import { FilterPattern, type ILogGroup, MetricFilter } from 'aws-cdk-lib/aws-logs'
import { Topic } from 'aws-cdk-lib/aws-sns'
import type { Construct } from 'constructs'

interface Watched {
  readonly id: string
  readonly description: string
  /** Which lines of the server's log. */
  readonly lines: string
  /** What is measured of a line: a member of it, or that there is one. */
  readonly value: string
  readonly statistic: string
  readonly threshold: number
  /** For how many times five minutes. */
  readonly periods: number
}

/** What the log is watched for: lines `answered` of src/server/log.ts. */
export const watched: readonly Watched[] = [
  {
    id: 'Throttled',
    description: 'Agents wait: the quota of the account is used up for longer than a request may wait.',
    lines: '{ $.event = "answered" && $.code = "throttled" }',
    value: '1',
    statistic: 'Sum',
    threshold: 10,
    periods: 1,
  },
  {
    id: 'Denied',
    description: 'AWS denies the server what it asks: its role, the instance or the Cases domain are not as deployed.',
    lines: '{ $.event = "answered" && $.code = "upstream_denied" }',
    value: '1',
    statistic: 'Sum',
    threshold: 1,
    periods: 1,
  },
  {
    id: 'Failed',
    description: 'Answers of 500 and above: the log has the code and the reason of each.',
    lines: '{ $.event = "answered" && $.status >= 500 }',
    value: '1',
    statistic: 'Sum',
    threshold: 5,
    periods: 1,
  },
  {
    id: 'Slow',
    description: 'One in twenty lists of cases takes two seconds and longer.',
    lines: '{ $.event = "answered" && $.route = "*/list-cases-for-contact" }',
    value: '$.ms',
    statistic: 'p95',
    threshold: 2_000,
    periods: 3,
  },
]

interface AlarmsProps {
  readonly log: ILogGroup
  /** Those of the backend. */
  readonly others: readonly Alarm[]
  readonly topicArn: string | null
}

/** An alarm for each, and the topic that hears of them. */
export function createAlarms(scope: Construct, { log, others, topicArn }: AlarmsProps): void {
  const alarms = [...others, ...watched.map((each) => watchLines(scope, log, each))]
  if (topicArn === null) return
  const action = new SnsAction(Topic.fromTopicArn(scope, 'AlarmTopic', topicArn))
  for (const alarm of alarms) alarm.addAlarmAction(action)
}

function watchLines(scope: Construct, log: ILogGroup, { id, lines, value, ...rest }: Watched): Alarm {
  const filter = new MetricFilter(scope, `${id}Lines`, {
    logGroup: log,
    filterPattern: FilterPattern.literal(lines),
    metricNamespace: 'ContactCases',
    metricName: id,
    metricValue: value,
  })
  return new Alarm(scope, id, {
    metric: filter.metric({ statistic: rest.statistic, period: Duration.minutes(5) }),
    alarmDescription: rest.description,
    threshold: rest.threshold,
    evaluationPeriods: rest.periods,
    treatMissingData: TreatMissingData.NOT_BREACHING,
  })
}
