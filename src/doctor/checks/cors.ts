import type { Reply } from '../ask.ts'
import type { Api } from '../gather/api.ts'
import { good, skipped, type Verdict, wrong } from '../verdict.ts'

const sent = ['authorization', 'content-type', 'priority']
const read = ['retry-after', 'x-request-id']
const handOn = 'Let what stands before the server hand on OPTIONS, and the headers Access-Control-… of both directions.'

/** Whether the browser lets a page of another origin ask, send what it must, and read what it needs. */
export function cors({ shared, pageOrigin }: Api): Verdict {
  if (shared === null) return skipped('No other page shall ask: see --origin.')
  const { origin, preflight, answer } = shared
  const cure =
    origin === pageOrigin
      ? `Name ${origin} in ALLOWED_ORIGINS: apiBaseUrl is another origin.`
      : `Name ${origin} in ALLOWED_ORIGINS.`
  for (const reply of [preflight, answer]) {
    if (reply.kind === 'silence') return wrong(reply.says, reply.cure)
    if (reply.headers.get('access-control-allow-origin') !== origin)
      return wrong(`${origin} may not ask the API.`, cure)
  }
  const unsent = missing(preflight, 'access-control-allow-headers', sent)
  if (unsent.length > 0) return wrong(`${origin} may not send ${unsent.join(' and ')}.`, handOn)
  const unread = missing(answer, 'access-control-expose-headers', read)
  if (unread.length > 0) return wrong(`${origin} may not read ${unread.join(' and ')}.`, handOn)
  return good(`${origin} may ask the API.`)
}

function missing(reply: Reply, header: string, names: readonly string[]): string[] {
  const given = reply.kind === 'answer' ? (reply.headers.get(header) ?? '') : ''
  const listed = given
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
  return names.filter((name) => !listed.includes(name))
}
