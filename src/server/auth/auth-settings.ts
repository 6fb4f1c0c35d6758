import { z } from 'zod'
import { isLoopback } from '../loopback.ts'
import { parseJson } from '../parse-json.ts'
import { fail, type Result, succeed } from '../result.ts'

/** Who signs agents in, who they are in Amazon Connect, and where they may look. */
export interface AuthSettings {
  readonly issuer: string
  readonly audience: string
  /** null: what the issuer's discovery document names. */
  readonly jwksUrl: string | null
  readonly agentClaim: string
  readonly agentClaimIs: 'username' | 'userId'
  /** Whose token has this value in this claim may see every contact of the instances; null: nobody. */
  readonly supervisors: { readonly claim: string; readonly value: string } | null
  /** The Cases domain of each Amazon Connect instance, by the instance's ARN; there are no others. */
  readonly instances: ReadonlyMap<string, string>
}

const urlForm = 'must be an https URL, or an http URL of this machine'
const secureUrl = z.string().refine(isSecureUrl, urlForm)

const groupForm = 'must be a claim and its value, such as groups=supervisors'
const group = z
  .string()
  .regex(/^[^=]+=.+$/, groupForm)
  .transform((text) => {
    const at = text.indexOf('=')
    return { claim: text.slice(0, at), value: text.slice(at + 1) }
  })

const instancesForm = 'must be JSON such as {"arn:aws:connect:us-east-1:111122223333:instance/INSTANCE":"DOMAIN"}'
const instanceArn = z.string().regex(/^arn:aws[a-z-]*:connect:[a-z0-9-]+:\d{12}:instance\/[\w-]+$/)
const domainByInstance = z.record(instanceArn, z.string().min(1).max(500))
const instances = z.string().transform((text, context) => {
  const given = domainByInstance.safeParse(parseJson(text))
  if (given.success && Object.keys(given.data).length > 0) return new Map(Object.entries(given.data))
  context.issues.push({ code: 'custom', message: instancesForm, input: text })
  return z.NEVER
})

/** The environment variables of sign-in, for the schema of all. */
export const authVariables = {
  OIDC_ISSUER: secureUrl.optional(),
  OIDC_AUDIENCE: z.string().optional(),
  OIDC_JWKS_URL: secureUrl.optional(),
  OIDC_AGENT_CLAIM: z.string().optional(),
  OIDC_AGENT_CLAIM_IS: z.enum(['username', 'userId'], 'must be username or userId').optional(),
  SUPERVISOR_GROUP: group.optional(),
  INSTANCES: instances.optional(),
}

/** The settings of sign-in; null where none is given, and one line where only some are. */
export function readAuth(given: z.infer<z.ZodObject<typeof authVariables>>): Result<AuthSettings | null, string> {
  const { OIDC_ISSUER: issuer, OIDC_AUDIENCE: audience, INSTANCES } = given
  if (issuer !== undefined && audience !== undefined && INSTANCES !== undefined) {
    return succeed({
      issuer,
      audience,
      jwksUrl: given.OIDC_JWKS_URL ?? null,
      agentClaim: given.OIDC_AGENT_CLAIM ?? 'sub',
      agentClaimIs: given.OIDC_AGENT_CLAIM_IS ?? 'username',
      supervisors: given.SUPERVISOR_GROUP ?? null,
      instances: INSTANCES,
    })
  }
  const names = Object.keys(authVariables).filter((name) => Object.hasOwn(given, name))
  if (names.length === 0) return succeed(null)
  return fail(`${names[0]} is set: OIDC_ISSUER, OIDC_AUDIENCE and INSTANCES must be set together.`)
}

/** Keys that travel in the clear could be anybody's. */
export function isSecureUrl(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, hostname } = new URL(text)
  return protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname))
}
