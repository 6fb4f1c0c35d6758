import { setTimeout as sleep } from 'node:timers/promises'
import { limitBody, type UnreadAnswer } from './largest-answer.ts'

/** How to reach a service of AWS. */
export interface GatewaySettings {
  readonly region: string
  /** Left out, the SDK's own rules apply: `AWS_ENDPOINT_URL_CONNECTCASES` and its like, the profile, the Region. */
  readonly endpoint?: string
  /** `placeholder` signs with made-up keys: an emulator takes any, and a newcomer has none. */
  readonly credentials: 'sdk' | 'placeholder'
}

const placeholder = { accessKeyId: 'placeholder', secretAccessKey: 'placeholder' }

/** The same for every client of the SDK. */
export function clientConfig({ region, endpoint, credentials }: GatewaySettings) {
  return {
    region,
    ...(endpoint !== undefined && { endpoint }),
    ...(credentials === 'placeholder' && { credentials: placeholder }),
    // Retries are ours: the SDK's wait up to seconds, and know neither our deadline nor the account's quota.
    maxAttempts: 1,
  }
}

/** Cuts off every answer of a client after so many bytes: a middleware for `placeOfLimit` in its stack. */
export function limitAnswers(largestBytes: number) {
  return <Args, Answer extends { response: unknown }>(next: (args: Args) => Promise<Answer>) =>
    async (args: Args): Promise<Answer> => {
      const answer = await next(args)
      const response = answer.response as UnreadAnswer // the SDK has it as unknown; it is its HttpResponse
      response.body = limitBody(response, largestBytes)
      return answer
    }
}

/** Low is last: after this the body goes straight to the deserializer. */
export const placeOfLimit = { step: 'deserialize', priority: 'low', name: 'limitBody' } as const

/** A moment before the second try, not the same for all. */
export function pause(): Promise<void> {
  return sleep(50 + Math.random() * 50)
}
