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
  const message = error.message.trim() || error.name
  const kind = kinds[error.name]
  if (kind !== undefined) return { kind, message }
  // What a proxy or the network says is no exception of the service, and each of Node's has a code such as ENOTFOUND.
  if ('$metadata' in error) return { kind: isAnswered(error.$metadata) ? 'failed' : 'unreachable', message }
  const code = codeOf(error)
  return code === null ? null : { kind: 'unreachable', message: message === error.name ? code : message }
}

function isAnswered(metadata: unknown): boolean {
  return typeof metadata === 'object' && metadata !== null && 'httpStatusCode' in metadata
}

function codeOf(error: Error): string | null {
  if ('code' in error && typeof error.code === 'string') return error.code
  return error.name === 'TimeoutError' ? error.name : null
}
