import { type Unreached, unreached } from './unreached.ts'

/** What an address answered. */
export interface Answer {
  readonly kind: 'answer'
  readonly url: string
  readonly status: number
  readonly headers: Headers
  readonly text: string
  /** Milliseconds since 1970, by this machine: in the middle of question and answer. */
  readonly at: number
}

/** It did not, and why. */
export interface Silence extends Unreached {
  readonly kind: 'silence'
  readonly url: string
}

export type Reply = Answer | Silence

/** Asks an address, and never throws; where it leads to another, that is its answer. */
export type Ask = (url: string, init?: RequestInit) => Promise<Reply>

interface AskDeps {
  readonly fetch: typeof fetch
  /** Milliseconds since 1970. */
  readonly time: () => number
  readonly timeoutMs: number
}

// Streams, the largest file of the page, has 730 kB.
const mostBytes = 2_000_000

export function createAsk({ fetch, time, timeoutMs }: AskDeps): Ask {
  return async (url, init = {}) => {
    const sentAt = time()
    try {
      const response = await fetch(url, { ...init, redirect: 'manual', signal: AbortSignal.timeout(timeoutMs) })
      const at = (sentAt + time()) / 2
      const { status, headers } = response
      return { kind: 'answer', url, status, headers, text: await beginningOf(response), at }
    } catch (error) {
      return { kind: 'silence', url, ...unreached(new URL(url), error, timeoutMs) }
    }
  }
}

async function beginningOf({ body }: Response): Promise<string> {
  if (body === null) return ''
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of body) {
    chunks.push(chunk)
    bytes += chunk.length
    if (bytes > mostBytes) break // which cancels the rest
  }
  return Buffer.concat(chunks).toString()
}
