/**
 * Every error the emulator answers with. The modelled ones have the model's status; of the protocol's own,
 * 404 for an unknown operation (https://github.com/smithy-lang/smithy/issues/1368), 400 for what cannot be read and
 * 415 for another media type are Smithy's restJson1, and 413 for a body beyond all limits is a choice. What AWS says
 * before a service is asked, of tokens and signatures, are "Common errors" of its API references.
 */
const statuses = {
  ValidationException: 400,
  ServiceQuotaExceededException: 402,
  InvalidParameterException: 400,
  InvalidRequestException: 400,
  ResourceNotFoundException: 404,
  ConflictException: 409,
  DuplicateResourceException: 409,
  ResourceConflictException: 409,
  ThrottlingException: 429,
  InternalServerException: 500,
  AccessDeniedException: 403,
  ExpiredTokenException: 403,
  IncompleteSignatureException: 403,
  InvalidSignatureException: 403,
  MissingAuthenticationTokenException: 403,
  UnrecognizedClientException: 403,
  SerializationException: 400,
  UnknownOperationException: 404,
  RequestEntityTooLargeException: 413,
  UnsupportedMediaTypeException: 415,
} as const

export type ErrorType = keyof typeof statuses

export interface Answer {
  readonly status: number
  readonly errorType: ErrorType | null
  readonly body: object
}

export function success(body: object): Answer {
  return { status: 200, errorType: null, body }
}

export function failure(errorType: ErrorType, message: string, members: object = {}): Answer {
  return { status: statuses[errorType], errorType, body: { __type: errorType, message, ...members } }
}

type ResourceType = 'Case' | 'CaseRule' | 'Domain' | 'Field' | 'Layout' | 'RelatedItem' | 'Template'

/** The values of `resourceType` are undocumented; the names of the service's API are a choice. */
export function notFound(resourceType: ResourceType, resourceId: string): Answer {
  return failure('ResourceNotFoundException', `${resourceType} ${resourceId} was not found`, {
    resourceId,
    resourceType,
  })
}
