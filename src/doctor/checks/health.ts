import { z } from 'zod'
import type { Reply } from '../ask.ts'
import type { Site } from '../gather/site.ts'
import { parseJson } from '../parse-json.ts'
import { good, skipped, type Verdict, warning, wrong } from '../verdict.ts'

const state = z.object({
  status: z.enum(['ok', 'stopping', 'store_unknown', 'upstream_denied']),
  store: z.literal('away').optional(),
  sinceSeconds: z.number().optional(),
})

/** What our server says there; null: it is not ours that answers. A CDN hands on /api, and keeps the rest for itself. */
function stateOf(reply: Reply): z.infer<typeof state> | null {
  return reply.kind === 'answer' ? (state.safeParse(parseJson(reply.text)).data ?? null) : null
}

export function live({ live }: Site): Verdict {
  if (live.kind === 'silence') return wrong(live.says, live.cure)
  if (stateOf(live)?.status === 'ok') return good('The server runs.')
  return skipped('/livez is not handed on to the server. What is between asks it for itself.')
}

export function ready({ ready }: Site): Verdict {
  if (ready.kind === 'silence') return wrong(ready.says, ready.cure)
  const seen = stateOf(ready)
  if (seen === null) return skipped('/readyz is not handed on to the server. What is between asks it for itself.')
  switch (seen.status) {
    case 'ok':
      return seen.store === undefined ? good('The server takes requests.') : storeAway
    case 'stopping':
      return warning('The server is stopping.', 'Ask again when another has started.')
    case 'store_unknown':
      return wrong(
        'The server has not seen its store since it started, and asks nothing.',
        'Check STORE, and the way to it. The log says why as store_away.',
      )
    case 'upstream_denied':
      return wrong(
        `AWS has refused the server’s credentials for ${seen.sinceSeconds ?? 'many'} s.`,
        'Renew the credentials, or give the role the policy of deploy/README.md.',
      )
  }
}

const storeAway = warning(
  'The store is away: each instance goes on with its share of the quotas.',
  'Bring Redis or Valkey back. The log says why as store_away.',
)
