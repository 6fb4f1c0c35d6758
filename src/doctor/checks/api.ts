import { isLoopback } from '../../server/loopback.ts'
import type { Reply } from '../ask.ts'
import type { Check } from '../check.ts'
import type { Api } from '../gather/api.ts'
import { hasProblemType, problemOf } from '../problem-of.ts'
import { good, skipped, type Verdict, warning, wrong } from '../verdict.ts'
import { ageOf } from './caching.ts'
import { cors } from './cors.ts'
import { contact, domain } from './question.ts'

export const apiChecks: readonly Check<Api>[] = [
  { id: 'api', title: 'The API answers', look: api },
  { id: 'api-sign-in', title: 'Only who signs in sees cases', look: signIn },
  { id: 'api-headers', title: 'Headers arrive', look: headers },
  { id: 'api-cache', title: 'No answer is another’s', look: cache },
  { id: 'foreign-origin', title: 'Pages of other sites may not ask', look: foreignOrigin },
  { id: 'json-only', title: 'Only JSON is taken', look: jsonOnly },
  { id: 'cors', title: 'The pages that shall may ask', look: cors },
  { id: 'domain', title: 'The server can read the domain', look: domain },
  { id: 'contact', title: 'The agent sees the contact’s cases', look: contact },
]

const notOurs = 'The API does not answer as it should.'

function api({ first }: Api): Verdict {
  if (first.kind === 'silence') return wrong(first.says, first.cure)
  const { status, headers } = first
  const type = headers.get('content-type') ?? 'no type'
  const problem = problemOf(first)
  if (problem === null) {
    return wrong(
      `The API answers with HTTP ${status} and ${type}, which is not the server’s.`,
      'Check apiBaseUrl, and that what stands before the server hands /api on and keeps error pages of its own out.',
    )
  }
  if (!hasProblemType(first)) {
    return wrong(`Problems come as ${type}, and not as application/problem+json.`, 'Let no proxy change content-type.')
  }
  if (status !== problem.status) {
    return wrong(`A problem of status ${problem.status} comes with HTTP ${status}.`, 'Let no proxy change the status.')
  }
  if (problem.code === 'unauthenticated' || problem.code === 'invalid_request') return good('The API is the server’s.')
  return wrong(
    `The API takes no question: ${problem.title} (${problem.code}).`,
    'Let what stands before the server hand requests on unchanged.',
  )
}

function signIn({ first, apiOrigin, pageSignsIn }: Api): Verdict {
  const problem = ours(first)
  if (problem === null) return skipped(notOurs)
  const asksForToken = problem.code === 'unauthenticated'
  if (asksForToken && pageSignsIn) return good('Who has no token is refused.')
  if (asksForToken) {
    return wrong('The API wants a token, and the page signs nobody in.', 'Give config.json an auth.')
  }
  if (pageSignsIn) {
    return wrong(
      'The page signs agents in, and the API asks for no token.',
      'Set OIDC_ISSUER, OIDC_AUDIENCE and INSTANCES.',
    )
  }
  if (isLoopback(new URL(apiOrigin).hostname)) return good('Nobody signs in, and only this machine reaches the API.')
  return wrong(
    `Whoever reaches ${apiOrigin} sees every case.`,
    'Take it off the network, and set OIDC_ISSUER, OIDC_AUDIENCE and INSTANCES.',
  )
}

function headers({ first }: Api): Verdict {
  if (first.kind === 'silence' || ours(first) === null) return skipped(notOurs)
  const sent = [
    'x-request-id',
    'x-content-type-options',
    ...(ours(first)?.code === 'unauthenticated' ? ['www-authenticate'] : []),
  ]
  const eaten = sent.filter((name) => !first.headers.has(name))
  if (eaten.length === 0) return good('The headers of the server arrive.')
  return warning(
    `Something before the server takes away ${eaten.join(' and ')}.`,
    'Let it hand on all headers of answers.',
  )
}

function cache({ first, second }: Api): Verdict {
  const problems = [ours(first), ours(second)]
  if (first.kind === 'silence' || second.kind === 'silence' || problems.includes(null)) return skipped(notOurs)
  const cure = 'Let nothing before the server keep answers of the API.'
  const [one, other] = problems
  if (one?.instance === other?.instance || ageOf(second) > 0) {
    return wrong('Two requests got one answer: something before the server keeps answers.', cure)
  }
  if (first.headers.get('cache-control')?.includes('no-store')) return good('Each request has an answer of its own.')
  return warning('Answers of the API come without cache-control: no-store.', cure)
}

function foreignOrigin({ foreign, first }: Api): Verdict {
  if (ours(first) === null) return skipped(notOurs)
  if (foreign.kind === 'silence') return wrong(foreign.says, foreign.cure)
  const isRefused = foreign.status === 403 || ours(foreign)?.code === 'forbidden_origin'
  if (isRefused) return good('A page of another site is refused.')
  return wrong(
    'A page of any other site may ask the API.',
    'Let what stands before the server hand on Origin and Sec-Fetch-Site.',
  )
}

function jsonOnly({ text, first }: Api): Verdict {
  if (ours(first) === null) return skipped(notOurs)
  if (text.kind === 'silence') return wrong(text.says, text.cure)
  const code = ours(text)?.code
  if (code === 'unsupported_media_type') return good('A body that is not JSON is refused.')
  if (code === 'unauthenticated') return skipped('This needs a valid token: see --token.')
  return wrong('A body that is not JSON is taken.', 'Let what stands before the server hand on Content-Type.')
}

function ours(reply: Reply): ReturnType<typeof problemOf> {
  return reply.kind === 'answer' ? problemOf(reply) : null
}
