import { timingSafeEqual } from 'node:crypto'
import { type Answer, failure } from '../answer.ts'
import type { HttpRequest } from '../respond.ts'
import { type Authorization, parseAuthorization } from './authorization.ts'
import { checkClock } from './clock-check.ts'
import { signatureOf } from './signature.ts'
import type { AccessKey } from './switches-schema.ts'

/** What a request has to be allowed to do, by whom it says it is. */
export interface Access {
  /** The signing name, which is the prefix of actions in policies too. */
  readonly service: string
  readonly operation: string
  /** The ARN that a refusal names. */
  readonly resource: string
  readonly accountId: string
  readonly region: string
  /** Milliseconds since 1970. */
  readonly now: number
}

/** Refuses a request that AWS would not let through, in its words; null lets it through. */
export function checkSignature(request: HttpRequest, keys: readonly AccessKey[], access: Access): Answer | null {
  const header = request.headers.authorization
  if (header === undefined) return failure('MissingAuthenticationTokenException', 'Missing Authentication Token')
  const authorization = parseAuthorization(header)
  const amzDate = request.headers['x-amz-date']
  if (authorization === null) return incomplete("'Credential', 'SignedHeaders' and 'Signature' parameters", header)
  if (typeof amzDate !== 'string') return incomplete("existence of either a 'X-Amz-Date' or a 'Date' header", header)
  const key = keys.find((one) => one.accessKeyId === authorization.accessKeyId)
  if (key === undefined || request.headers['x-amz-security-token'] !== key.sessionToken) {
    return failure('UnrecognizedClientException', 'The security token included in the request is invalid.')
  }
  if (key.expired) {
    return failure('ExpiredTokenException', 'The security token included in the request is expired')
  }
  return (
    checkClock(amzDate, access.now) ??
    checkScope(authorization, amzDate, access) ??
    (isSignedWith(key, request, authorization) ? checkPermission(key, access) : mismatch)
  )
}

function incomplete(needs: string, header: string): Answer {
  return failure('IncompleteSignatureException', `Authorization header requires ${needs}. Authorization=${header}`)
}

function checkScope({ date, ...given }: Authorization, amzDate: string, { region, service }: Access): Answer | null {
  const refuse = (message: string) => failure('InvalidSignatureException', message)
  if (given.region !== region) return refuse(`Credential should be scoped to a valid region, not '${given.region}'.`)
  if (given.service !== service) return refuse(`Credential should be scoped to correct service: '${service}'.`)
  if (amzDate.startsWith(`${date}T`)) return null
  return refuse(`Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '${date}'`)
}

const mismatch = failure(
  'InvalidSignatureException',
  'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key ' +
    'and signing method. Consult the service documentation for details.',
)

function isSignedWith(key: AccessKey, request: HttpRequest, authorization: Authorization): boolean {
  const expected = Buffer.from(signatureOf(request, authorization, key.secretAccessKey))
  const given = Buffer.from(authorization.signature)
  return given.length === expected.length && timingSafeEqual(given, expected)
}

// Which words of a longer sentence AWS chooses depends on the policies; there are none here.
function checkPermission({ accessKeyId, permissions }: AccessKey, access: Access): Answer | null {
  const action = `${access.service}:${access.operation}`
  if (permissions === '*' || permissions.includes(action)) return null
  const user = `arn:aws:iam::${access.accountId}:user/${accessKeyId}`
  return failure(
    'AccessDeniedException',
    `User: ${user} is not authorized to perform: ${action} on resource: ${access.resource} ` +
      `because no identity-based policy allows the ${action} action`,
  )
}
