/** Why AWS did not do what it was asked. */
export interface AwsError {
  readonly kind: AwsErrorKind
  /** In AWS's words. */
  readonly message: string
}

type AwsErrorKind =
  | 'denied'
  | 'throttled'
  | 'notFound'
  | 'duplicate'
  | 'quota'
  | 'invalid'
  | 'credentials'
  | 'unreachable'
  | 'failed'

const kinds: Readonly<Record<string, AwsErrorKind>> = {
  AccessDeniedException: 'denied',
  ThrottlingException: 'throttled',
  TooManyRequestsException: 'throttled',
  ResourceNotFoundException: 'notFound',
  DuplicateResourceException: 'duplicate',
  ResourceConflictException: 'duplicate',
  ConflictException: 'duplicate',
  ResourceQuotaExceededException: 'quota',
  ServiceQuotaExceededException: 'quota',
  LimitExceededException: 'quota',
  InvalidRequestException: 'invalid',
  InvalidParameterException: 'invalid',
  ValidationException: 'invalid',
  CredentialsProviderError: 'credentials',
  TokenProviderError: 'credentials',
  ExpiredTokenException: 'credentials',
  ExpiredToken: 'credentials',
  UnrecognizedClientException: 'credentials',
  InvalidSignatureException: 'credentials',
  MissingAuthenticationTokenException: 'credentials',
}

/** What an SDK's client rejected with; null where that is not AWS's doing, but a mistake of ours. */
export function awsErrorOf(error: unknown): AwsError | null {
  if (!(error instanceof Error)) return null
  // The SDK adds lines for programmers.
  const message = error.message.trim().split('\n')[0] || error.name
  const kind = kinds[error.name]
  if (kind !== undefined) return { kind, message }
  // What a proxy says is no exception of the service; an answer that broke off has the status of one that is good.
  if ('$metadata' in error) return { kind: isRefusal(error.$metadata) ? 'failed' : 'unreachable', message }
  const code = codeOf(error)
  return code === null ? null : { kind: 'unreachable', message: message === error.name ? code : message }
}

function isRefusal(metadata: unknown): boolean {
  return Number(Object(metadata).httpStatusCode) >= 400
}

/** What the network or TLS says has a code, such as ENOTFOUND; so have mistakes in calls of Node, such as ERR_INVALID_ARG_TYPE. */
function codeOf(error: Error): string | null {
  if ('code' in error && typeof error.code === 'string') return /^ERR_(?!TLS)/.test(error.code) ? null : error.code
  return error.name === 'TimeoutError' ? error.name : null
}
