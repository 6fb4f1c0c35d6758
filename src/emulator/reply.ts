import type { Answer } from './answer.ts'

/** An answer as HTTP has it, and how it comes. */
export interface Reply {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  /** At once and in one piece, unless a fault says otherwise. */
  readonly delivery?: Delivery
}

/** How a fault delivers a reply; `cut` breaks the connection in the middle of the body. */
type Delivery =
  | { readonly kind: 'never' }
  | { readonly kind: 'drip'; readonly everyMs: number }
  | { readonly kind: 'padded'; readonly bytes: number }
  | { readonly kind: 'cut' }

export function replyOf({ status, errorType, body }: Answer, requestId: string): Reply {
  return {
    status,
    headers: {
      'content-type': 'application/json',
      'x-amzn-requestid': requestId,
      ...(errorType === null ? {} : { 'x-amzn-errortype': errorType }),
    },
    body: JSON.stringify(body),
  }
}
