import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import { exportJWK, generateKeyPair } from 'jose'
import { Provider } from 'oidc-provider'
import { z } from 'zod'

/** The resource that access tokens are for. */
export const resource = 'urn:contact-cases'

const tokenAnswer = z.object({ access_token: z.string() })

/** A real OpenID provider on any free port. Its agents are clients with a secret: there is nobody to fill in forms. */
export async function startOidcProvider(agents: readonly string[]) {
  let answer: RequestListener = () => {}
  const server = createServer((request, response) => answer(request, response)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const issuer = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`

  /** Starts over with a new key and nothing else, as a rotation looks from outside. */
  async function rotateKeys(): Promise<void> {
    const { privateKey } = await generateKeyPair('RS256', { extractable: true })
    const key = { ...(await exportJWK(privateKey)), kid: crypto.randomUUID(), alg: 'RS256', use: 'sig' }
    answer = createProvider(issuer, agents, key).callback()
  }

  await rotateKeys()
  return {
    issuer,
    rotateKeys,
    async tokenOf(agent: string): Promise<string> {
      const form = { grant_type: 'client_credentials', client_id: agent, client_secret: secret, resource }
      const response = await fetch(`${issuer}/token`, { method: 'POST', body: new URLSearchParams(form) })
      return tokenAnswer.parse(await response.json()).access_token
    },
    async close(): Promise<void> {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

const secret = 'a-secret-of-agents-in-tests'

function createProvider(issuer: string, agents: readonly string[], key: object): Provider {
  return new Provider(issuer, {
    clients: agents.map((agent) => ({
      client_id: agent,
      client_secret: secret,
      token_endpoint_auth_method: 'client_secret_post',
      grant_types: ['client_credentials'],
      response_types: [],
      redirect_uris: [],
    })),
    jwks: { keys: [key] },
    features: {
      clientCredentials: { enabled: true },
      devInteractions: { enabled: false },
      resourceIndicators: {
        enabled: true,
        getResourceServerInfo: () => ({ scope: '', audience: resource, accessTokenFormat: 'jwt', accessTokenTTL: 300 }),
      },
    },
  })
}
