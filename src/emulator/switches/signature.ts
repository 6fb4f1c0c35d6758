import { createHash, createHmac } from 'node:crypto'
import type { HttpRequest } from '../respond.ts'
import type { Authorization } from './authorization.ts'

/**
 * The signature that a request should have: "Create a signed AWS API request" in the IAM User Guide. Beside node:crypto
 * nothing is used of what SDKs sign with, so that a mistake of theirs would show.
 */
export function signatureOf(request: HttpRequest, authorization: Authorization, secretAccessKey: string): string {
  const { date, region, service } = authorization
  const scope = `${date}/${region}/${service}/aws4_request`
  const hash = sha256(canonicalRequest(request, authorization.signedHeaders))
  const key = [date, region, service, 'aws4_request'].reduce<string | Buffer>(hmac, `AWS4${secretAccessKey}`)
  return hmac(key, ['AWS4-HMAC-SHA256', request.headers['x-amz-date'], scope, hash].join('\n')).toString('hex')
}

function canonicalRequest({ method, target, headers, body }: HttpRequest, signedHeaders: readonly string[]): string {
  const [path = '', query = ''] = target.split('?', 2)
  return [
    method,
    canonicalPath(path),
    canonicalQuery(query),
    ...signedHeaders.map((name) => `${name}:${String(headers[name] ?? '').replace(/ +/g, ' ')}`),
    '',
    signedHeaders.join(';'),
    sha256(body),
  ].join('\n')
}

/** Without dots and empty segments, and encoded once more than on the wire, as with every service but S3. */
function canonicalPath(path: string): string {
  const segments: string[] = []
  for (const segment of path.split('/')) {
    if (segment === '..') segments.pop()
    else if (segment !== '.' && segment !== '') segments.push(encode(segment))
  }
  const end = segments.length > 0 && path.endsWith('/') ? '/' : ''
  return `/${segments.join('/')}${end}`
}

function canonicalQuery(query: string): string {
  return [...new URLSearchParams(query)]
    .map(([name, value]) => [encode(name), encode(value)].join('='))
    .sort()
    .join('&')
}

/** Everything but the unreserved characters of RFC 3986. */
function encode(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`)
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest()
}
