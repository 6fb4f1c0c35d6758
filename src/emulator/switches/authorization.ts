/** What an `authorization` header of Signature Version 4 says. */
export interface Authorization {
  readonly accessKeyId: string
  /** Of the credential's scope: 20250131. */
  readonly date: string
  readonly region: string
  readonly service: string
  readonly signedHeaders: readonly string[]
  readonly signature: string
}

const algorithm = 'AWS4-HMAC-SHA256'

/** Reads the header, or null where it is of another form. */
export function parseAuthorization(header: string): Authorization | null {
  if (!header.startsWith(`${algorithm} `)) return null
  const parts = new Map(
    header
      .slice(algorithm.length)
      .split(',')
      .map((part) => [part.split('=', 1)[0]?.trim(), part.slice(part.indexOf('=') + 1).trim()]),
  )
  const signedHeaders = parts.get('SignedHeaders')
  const signature = parts.get('Signature')
  // A key's id has no slash.
  const [accessKeyId, date, region, service, terminator] = parts.get('Credential')?.split('/') ?? []
  if (!accessKeyId || !date || !region || !service || terminator !== 'aws4_request') return null
  if (!signedHeaders || !signature) return null
  return { accessKeyId, date, region, service, signedHeaders: signedHeaders.split(';'), signature }
}
