import type { z } from 'zod'
import { type AwsError, awsErrorOf } from './aws/aws-error.ts'
import type { SendCall } from './aws/send-call.ts'
import { type AwsCall, type AwsServiceName, type AwsWrite, filledIn, type Variable } from './aws-call.ts'
import { fail, type Result, succeed } from './result.ts'

/** Makes a call, and gives its answer in the form that it must have. */
export type Ask = <T>(call: AwsCall, form: z.ZodType<T>) => Promise<Result<T>>

interface Deps {
  readonly services: Readonly<Record<AwsServiceName, SendCall>>
  /** Told of each reading call before it is made; a plan has told of the others. */
  onAsk(call: AwsCall): void
}

export interface Caller {
  readonly ask: Ask
  write(call: AwsWrite): Promise<Result<void>>
}

/** Makes calls one after the other; later ones may need what earlier ones gave. */
export function createCaller({ services, onAsk }: Deps): Caller {
  const answers = new Map<Variable, string>()

  async function send(call: AwsWrite): Promise<Result<unknown>> {
    try {
      const input = filledIn(call.input, answers)
      return succeed(await services[call.service](call.operation, Object(input)))
    } catch (error) {
      const awsError = awsErrorOf(error)
      if (awsError === null) throw error
      return fail(sentenceOf(call, awsError))
    }
  }

  const ask: Ask = async (call, form) => {
    onAsk(call)
    const sent = await send(call)
    if (!sent.ok) return sent
    const reading = form.safeParse(sent.value)
    return reading.success ? succeed(reading.data) : fail(oddAnswer(call))
  }

  return {
    ask,
    async write(call) {
      const sent = await send(call)
      if (!sent.ok) return sent
      if (call.gives === undefined) return succeed(undefined)
      const { member, as } = call.gives
      const given = Object(sent.value)[member]
      if (typeof given !== 'string') return fail(oddAnswer(call))
      answers.set(as, given)
      return succeed(undefined)
    },
  }
}

function sentenceOf(call: AwsCall, { kind, message }: AwsError): string {
  const action = actionOf(call)
  switch (kind) {
    case 'denied':
      return `You may not call ${action}: let the policy of your credentials allow it. AWS says: ${message}`
    case 'throttled':
      return `${action} was called too often in this account: wait a minute. AWS says: ${message}`
    case 'notFound':
      return `${action} did not find what it was asked about: check the ids and the Region. AWS says: ${message}`
    case 'duplicate':
      return `${action} found it there already, as of another application or made this moment. AWS says: ${message}`
    case 'quota':
      return `The account has as many as it may: ask AWS for a higher quota of ${action}. AWS says: ${message}`
    case 'invalid':
      return `${action} does not take what it was given: check the options. AWS says: ${message}`
    case 'credentials':
      return `AWS does not take your credentials: sign in, or set AWS_PROFILE. AWS says: ${message}`
    case 'unreachable':
      return `${call.service} does not answer: check the Region, the network and AWS_ENDPOINT_URL. (${message})`
    case 'failed':
      return `${action} failed at AWS: try again in a moment. AWS says: ${message}`
  }
}

function oddAnswer(call: AwsCall): string {
  return `${actionOf(call)} answered something else than it should: is there a proxy between you and AWS?`
}

const prefixes = { appintegrations: 'app-integrations', connect: 'connect', connectcases: 'cases' } as const

/** As a policy names it. */
function actionOf({ service, operation }: AwsCall): string {
  return `${prefixes[service]}:${operation}`
}
