import type { Session } from './session.ts'

type Fetch = (url: string, init: RequestInit) => Promise<Response>

interface AuthorisedFetchOptions {
  readonly fetch: Fetch
  readonly session: () => Session | null
  /** The server refused a token that was just made. */
  readonly onRefused: (session: Session) => void
}

/** Asks as whoever is signed in when it is called, and as nobody else; without anybody, the server refuses. */
export function authorisedFetch({ fetch, session, onRefused }: AuthorisedFetchOptions): Fetch {
  return async (url, init) => {
    const asker = session()
    const token = asker === null ? null : await unlessAborted(asker.token(), init.signal)
    if (asker === null || token === null) return fetch(url, init)
    const answer = await fetch(url, withToken(init, token))
    if (answer.status !== 401) return answer
    const next = await asker.tokenAfter(token)
    if (next === null) return answer
    const again = await fetch(url, withToken(init, next))
    if (again.status === 401) onRefused(asker)
    return again
  }
}

/** Renewal may take longer than this request has. */
function unlessAborted<Value>(value: Promise<Value>, signal: AbortSignal | null | undefined): Promise<Value> {
  if (signal == null) return value
  return new Promise((resolve, reject) => {
    const leave = () => reject(signal.reason)
    if (signal.aborted) return leave()
    signal.addEventListener('abort', leave, { once: true })
    value.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave))
  })
}

function withToken(init: RequestInit, token: string): RequestInit {
  const headers = new Headers(init.headers)
  headers.set('authorization', `Bearer ${token}`)
  return { ...init, headers }
}
