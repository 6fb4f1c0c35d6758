import type { MiddlewareHandler } from 'hono'
import type { Failure } from '../failure.ts'
import { type AppEnv, problemAnswer } from '../problem-answer.ts'
import { fail, type Result, succeed } from '../result.ts'
import type { TokenProblem } from './access-token.ts'
import { type Agent, anyone, type Viewer } from './viewer.ts'

/** Says who sent a request, or why that cannot be said. */
export type Authenticate = (request: Request) => Promise<Result<Viewer, Failure>>

/** For a server that only this machine can reach. */
export const authenticateAnyone: Authenticate = async () => succeed(anyone)

// RFC 6750, section 2.1: the characters of a token. Node takes no header much longer than this.
const bearer = /^Bearer +([\w.~+/-]{1,12000}=*)$/i

/** By the bearer token of the header, and by nothing else: what is in a query string ends up in logs. */
export function authenticateByToken(verify: (token: string) => Promise<Result<Agent, TokenProblem>>): Authenticate {
  return async (request) => {
    const header = request.headers.get('authorization')
    if (header === null) return fail(unauthenticated('Send an access token.', 'no token'))
    const token = bearer.exec(header)?.[1]
    if (token === undefined) return fail(unauthenticated('Send the access token as: Bearer TOKEN.', 'no bearer token'))
    const agent = await verify(token)
    if (agent.ok) return agent
    const reason = `token: ${agent.problem.reason}`
    if (agent.problem.kind === 'refused') return fail(unauthenticated('The access token is not valid here.', reason))
    const detail = 'The keys of the sign-in service cannot be read. Try again in a moment.'
    return fail({ code: 'sign_in_unavailable', detail, reason })
  }
}

/** Lets a request on only when it is known who asks. */
export function authentication(authenticate: Authenticate): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const viewer = await authenticate(c.req.raw)
    if (!viewer.ok) {
      if (viewer.problem.code === 'unauthenticated') c.header('www-authenticate', challenge(c.req.raw))
      return problemAnswer(c, viewer.problem)
    }
    c.set('viewer', viewer.value)
    return next()
  }
}

function unauthenticated(detail: string, reason: string): Failure {
  return { code: 'unauthenticated', detail, reason }
}

// RFC 6750, section 3.1: who sent no token is told no error.
function challenge({ headers }: Request): string {
  return headers.has('authorization') ? 'Bearer error="invalid_token"' : 'Bearer'
}
