/** Makes a call of one service; rejects as the SDK does. Its answer is what the service said, unchecked. */
export type SendCall = (operation: string, input: object) => Promise<unknown>

/** Nobody waits longer for an answer than this. */
export const requestHandler = { connectionTimeout: 5_000, requestTimeout: 20_000, throwOnRequestTimeout: true }

/** Where the services are, and who asks; what is not given is found as every AWS SDK finds it. */
export interface AwsConfig {
  readonly region: string
  readonly endpoint?: string
  readonly credentials?: { readonly accessKeyId: string; readonly secretAccessKey: string }
  readonly maxAttempts?: number
}
