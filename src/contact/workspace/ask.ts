import * as z from 'zod/mini'

/** What came of a request to the workspace. */
export type Answer =
  | { readonly status: 'answered'; readonly value: unknown }
  /** The app lacks the permission that the request needs. */
  | { readonly status: 'denied' }
  | { readonly status: 'refused'; readonly key: string; readonly reason: string }
  | { readonly status: 'silent' }

export type Ask = (request: () => Promise<unknown>, withinMs?: number) => Promise<Answer>

interface AskOptions {
  readonly timers: Pick<Timers, 'setTimeout'>
  /** The SDK itself waits for 30 seconds, and cannot be told otherwise. */
  readonly withinMs: number
}

/** The browser's timers, or a test's. */
export interface Timers {
  setTimeout(callback: () => void, ms: number): unknown
}

/** Requests whose every end is a value, and comes in time. */
export function createAsk({ timers, withinMs: usually }: AskOptions): Ask {
  return (request, withinMs = usually) =>
    new Promise((resolve) => {
      timers.setTimeout(() => resolve({ status: 'silent' }), withinMs)
      // A request that throws is one that is refused.
      void Promise.resolve()
        .then(request)
        .then((value) => ({ status: 'answered', value }) as const, refusalOf)
        .then(resolve)
    })
}

// A ConnectError, or a plain object with the same members: the SDK rejects with either.
const refusal = z.object({ errorKey: z.string(), reason: z.catch(z.string(), '') })

function refusalOf(error: unknown): Answer {
  const { errorKey, reason } = refusal.safeParse(error).data ?? { errorKey: 'error', reason: String(error) }
  if (errorKey === 'clientTimeout') return { status: 'silent' }
  // The key of a denial is nowhere written down; its sentence is ("Troubleshooting", Agent Workspace Developer Guide).
  if (/permission/i.test(`${errorKey} ${reason}`)) return { status: 'denied' }
  return { status: 'refused', key: errorKey, reason }
}
