interface ProblemKind {
  readonly status: number
  /** Whether the same request may succeed later without anyone changing anything. */
  readonly retryable: boolean
  readonly title: string
}

/** Every way a request can fail, the one table that server, panel and documentation share. */
export const problemCatalogue = {
  invalid_request: { status: 400, retryable: false, title: 'The request is not valid' },
  unauthenticated: { status: 401, retryable: false, title: 'The agent is not signed in' },
  not_allowed: { status: 403, retryable: false, title: 'The agent may not see the cases of this contact' },
  contact_not_yours: { status: 403, retryable: true, title: 'The contact is not with this agent yet' },
  forbidden_origin: { status: 403, retryable: false, title: 'Pages of this origin may not ask this server' },
  route_not_found: { status: 404, retryable: false, title: 'There is no such route' },
  not_found: { status: 404, retryable: false, title: 'The domain or the template was not found' },
  case_not_found: { status: 404, retryable: false, title: 'The case does not exist any more' },
  method_not_allowed: { status: 405, retryable: false, title: 'The route does not take this method' },
  cursor_expired: { status: 409, retryable: false, title: 'The list must be read again from its first page' },
  body_too_large: { status: 413, retryable: false, title: 'The request body is too large' },
  unsupported_media_type: { status: 415, retryable: false, title: 'The request body must be JSON' },
  throttled: { status: 429, retryable: true, title: 'Too many requests for this account' },
  internal: { status: 500, retryable: true, title: 'The server failed' },
  upstream_denied: { status: 502, retryable: false, title: 'The server may not read cases' },
  upstream_invalid: { status: 502, retryable: true, title: 'Amazon Connect Cases gave an answer that cannot be read' },
  upstream_failed: { status: 502, retryable: true, title: 'Amazon Connect Cases failed' },
  sign_in_unavailable: { status: 503, retryable: true, title: 'The sign-in service is not available' },
  upstream_unavailable: { status: 503, retryable: true, title: 'Amazon Connect Cases is not available' },
  upstream_timeout: { status: 504, retryable: true, title: 'Amazon Connect Cases did not answer in time' },
} as const satisfies Record<string, ProblemKind>

export type ProblemCode = keyof typeof problemCatalogue

/** The media type of every error answer (RFC 9457). */
export const problemMediaType = 'application/problem+json'
