import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createKey, type IssuerKey, sign } from '../../support/issuer.ts'

export const audience = 'contact-cases'
const longEnoughSeconds = 4 * 3600

/** An OpenID issuer on any free port: a discovery document, a key set, and whatever tokens it is told to sign. */
export async function startIssuer(given: readonly IssuerKey[] = []) {
  const keys = given.length > 0 ? given : [await createKey('key-1')]
  const [key] = keys
  if (key === undefined) throw new Error('no key to sign with')
  let issuer = ''
  const server = createServer((request, response) => {
    const body = request.url === '/keys' ? { keys: keys.map(({ jwk }) => jwk) } : { issuer, jwks_uri: `${issuer}/keys` }
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}` // what a server that listens on TCP has

  return {
    issuer,
    tokenOf(username: string, more: Readonly<Record<string, unknown>> = {}): Promise<string> {
      const now = Math.floor(Date.now() / 1000)
      return sign(key, { iss: issuer, aud: audience, sub: username, iat: now, exp: now + longEnoughSeconds, ...more })
    },
    async close(): Promise<void> {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
