import { type Problem, problemSchema } from '../contract/problem.ts'
import { type ProblemCode, problemMediaType } from '../contract/problem-catalogue.ts'
import type { Answer } from './ask.ts'
import { parseJson } from './parse-json.ts'
import { type Verdict, warning, wrong } from './verdict.ts'

/** The problem that an answer of our server holds, whatever its type says; null: it is no problem of ours. */
export function problemOf({ text }: Answer): Problem | null {
  return problemSchema.safeParse(parseJson(text)).data ?? null
}

/** Whether it still has the type that the server gave it. */
export function hasProblemType({ headers }: Answer): boolean {
  return headers.get('content-type')?.startsWith(problemMediaType) ?? false
}

/** What an administrator does about each problem. */
const cures = {
  invalid_request: 'Check --contact-arn.',
  unauthenticated:
    'Get a new token for OIDC_AUDIENCE at OIDC_ISSUER. The server’s log says under this id what is wrong with this one.',
  not_allowed:
    'Use a contact that this agent accepted. INSTANCES must name its instance with domainId, and OIDC_AGENT_CLAIM must hold the agent’s name in Amazon Connect.',
  contact_not_yours: 'Let the contact ring at this agent, or accept it, and ask again.',
  forbidden_origin: 'Name the origin in ALLOWED_ORIGINS.',
  route_not_found: 'Check apiBaseUrl, and that what stands before the server hands paths on unchanged.',
  not_found: 'Check domainId in config.json, and AWS_REGION.',
  case_not_found: 'Nothing is to be done: the case was deleted.',
  method_not_allowed: 'Let what stands before the server hand methods on unchanged.',
  cursor_expired: 'Give all instances the same SEAL_KEYS.',
  body_too_large: 'Let what stands before the server hand bodies on unchanged.',
  unsupported_media_type: 'Let what stands before the server hand Content-Type on.',
  throttled: 'Ask again later. Where it stays, ask AWS for higher quotas, and give QUOTAS the same.',
  internal: 'Look in the server’s log for this id.',
  upstream_denied: 'Give the server’s role the policy of deploy/README.md, and look whether its credentials are valid.',
  upstream_invalid: 'Look in the server’s log for this id, and check AWS_ENDPOINT_URL_CONNECTCASES.',
  upstream_failed: 'Ask again. Where it stays, look in the AWS Health Dashboard.',
  sign_in_unavailable: 'Let the server reach OIDC_ISSUER, and check its name and OIDC_JWKS_URL.',
  upstream_unavailable: 'Ask again. Where it stays, check AWS_REGION and the server’s way to AWS.',
  upstream_timeout: 'Ask again. Where it stays, check the server’s way to AWS, and DEADLINE_MS.',
} as const satisfies Record<ProblemCode, string>

// These pass, and say nothing against the deployment.
const passing: ReadonlySet<ProblemCode> = new Set(['throttled', 'contact_not_yours'])

/** A problem as a verdict. */
export function explain({ code, title, instance = 'unknown' }: Problem): Verdict {
  const says = `${title} (${code}, request ${instance}).`
  return passing.has(code) ? warning(says, cures[code]) : wrong(says, cures[code])
}
