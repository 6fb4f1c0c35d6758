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
    // The middleware of each kind of command is put together once and not for each call, of which that is a fifth.
    cacheMiddleware: true,
  }
}

const ends = new WeakMap<object, AbortSignal>()

/** The command, which this signal aborts. */
export function until<Command extends { readonly input: object }>(end: AbortSignal, command: Command): Command {
  ends.set(command.input, end)
  return command
}

interface Sent {
  readonly input: object
  /** As the client's other middleware made it; the client's own handler takes it. */
  readonly request: unknown
}

interface RequestHandler {
  handle(
    request: unknown,
    options: { readonly abortSignal: AbortSignal | undefined },
  ): Promise<{ response: UnreadAnswer }>
}

/**
 * The middleware that sends, for `placeOfSending` in a client's stack. It stands where the SDK would send, which knows
 * no signal of a call where `cacheMiddleware` is on. Every answer is cut off after so many bytes.
 */
export function sending(requestHandler: RequestHandler, largestBytes: number) {
  return () =>
    async ({ input, request }: Sent): Promise<{ response: UnreadAnswer }> => {
      const answer = await requestHandler.handle(request, { abortSignal: ends.get(input) })
      answer.response.body = limitBody(answer.response, largestBytes)
      return answer
    }
}

/** Low is last: after this the body goes straight to the deserializer. */
export const placeOfSending = { step: 'deserialize', priority: 'low', name: 'sending' } as const

/** A moment before the second try, not the same for all. */
export function pause(): Promise<void> {
  return sleep(50 + Math.random() * 50)
}
