import { Agent, request } from 'node:http'
import { text } from 'node:stream/consumers'
import { z } from 'zod'
import { domainId } from './refusal-world.ts'

/** A post that must be refused, and the codes that say so. */
export interface Attempt {
  readonly route: 'list-cases-for-contact' | 'case-details'
  readonly token: string
  readonly body: unknown
  readonly headers: Readonly<Record<string, string>>
  readonly refusedWith: readonly string[]
}

const answer = z.object({
  code: z.string().default('ok'),
  nextToken: z.string().nullable().optional(),
  detailsToken: z.string().nullable().optional(),
})

export type Outcome = z.infer<typeof answer>

/** Posts by Node's own client: `fetch` lets nobody say what origin a request is of. */
export function createAttempts(url: string) {
  const agent = new Agent({ keepAlive: true, maxSockets: 8 })
  return {
    outcomeOf: ({ route, token, body, headers }: Omit<Attempt, 'refusedWith'>): Promise<Outcome> =>
      new Promise((resolve, reject) => {
        const sent = request(`${url}/api/domains/${domainId}/${route}`, {
          method: 'POST',
          agent,
          headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, ...headers },
        })
        sent.once('error', reject)
        sent.once('response', (response) => {
          text(response).then((json) => resolve(answer.parse(JSON.parse(json))), reject)
        })
        sent.end(JSON.stringify(body))
      }),
    close: () => agent.destroy(),
  }
}

export type OutcomeOf = ReturnType<typeof createAttempts>['outcomeOf']
