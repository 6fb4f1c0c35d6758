import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import { exportJWK, generateKeyPair } from 'jose'
import { type Configuration, Provider } from 'oidc-provider'
import { z } from 'zod'
import { answerLogin, loginPath } from './oidc-login.ts'
import { createOidcStore } from './oidc-store.ts'

/** The resource that access tokens are for. */
export const resource = 'urn:contact-cases'

/** What agents' browsers are at the provider. */
export const pageClientId = 'contact-cases-page'

const tokenAnswer = z.object({ access_token: z.string() })

/** How the provider treats agents in a browser. */
export interface Habits {
  /** How long an access token is good. */
  readonly tokenSeconds: number
  readonly givesRefreshTokens: boolean
  /** Its pages cut their popup off from whoever opened it, by a Cross-Origin-Opener-Policy. */
  readonly cutsOffPopups: boolean
}

const usualHabits: Habits = { tokenSeconds: 300, givesRefreshTokens: true, cutsOffPopups: false }

/**
 * A real OpenID provider on any free port. The agents are clients with a secret, for tests without a browser; in a
 * browser, whoever says so in its login page is that agent.
 */
export async function startOidcProvider(agents: readonly string[], habits: Partial<Habits> = {}) {
  let answer: RequestListener = () => {}
  let isAway = false
  const server = createServer((request, response) => {
    if (isAway) request.destroy()
    else answer(request, response)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const issuer = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
  const settings = { issuer, agents, pages: [] as string[], ...usualHabits, ...habits }
  let adapter = createOidcStore()
  let tokensGiven = 0
  let key = await createKey()

  function restart(): void {
    const provider = createProvider(settings, key, adapter)
    const callback = provider.callback()
    provider.on('grant.success', () => {
      tokensGiven += 1
    })
    answer = (request, response) => {
      if (settings.cutsOffPopups) response.setHeader('cross-origin-opener-policy', 'same-origin')
      if (request.url?.startsWith(loginPath)) void answerLogin(provider, request, response)
      else void callback(request, response)
    }
  }

  restart()
  return {
    issuer,
    /** Starts over with a new key and nothing else, as a rotation looks from outside. */
    async rotateKeys(): Promise<void> {
      key = await createKey()
      restart()
    },
    /** Lets this page's agents sign in. */
    allowPage(url: string): void {
      settings.pages.push(url)
      restart()
    },
    /** These habits from now on, and the usual ones for the rest. */
    become(changes: Partial<Habits>): void {
      Object.assign(settings, usualHabits, changes)
      restart()
    },
    /** How often tokens were given: at a sign-in, and at each renewal. */
    tokensGiven: () => tokensGiven,
    /** All sessions are over there, and what renewed their tokens is good for nothing. */
    endSessions(): void {
      adapter = createOidcStore()
      restart()
    },
    setAway(away: boolean): void {
      isAway = away
    },
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

async function createKey(): Promise<object> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true })
  return { ...(await exportJWK(privateKey)), kid: crypto.randomUUID(), alg: 'RS256', use: 'sig' }
}

interface ProviderSettings extends Habits {
  readonly issuer: string
  readonly agents: readonly string[]
  readonly pages: readonly string[]
}

function createProvider(
  settings: ProviderSettings,
  key: object,
  adapter: ReturnType<typeof createOidcStore>,
): Provider {
  const { issuer, agents, pages, tokenSeconds, givesRefreshTokens } = settings
  const resourceServer = {
    scope: '',
    audience: resource,
    accessTokenFormat: 'jwt',
    accessTokenTTL: tokenSeconds,
  } as const
  return new Provider(issuer, {
    clients: [...agents.map(agentClient), ...(pages.length > 0 ? [pageClient(pages)] : [])],
    jwks: { keys: [key] },
    adapter,
    ttl: { Interaction: 600, Session: 3600, Grant: 3600, AccessToken: tokenSeconds, RefreshToken: 3600, IdToken: 300 },
    // The same after a restart, as sessions are.
    cookies: { keys: ['a-key-of-cookies-in-tests'] },
    pkce: { required: (_, { clientId }) => clientId === pageClientId },
    clientBasedCORS: (_, origin) => pages.some((page) => new URL(page).origin === origin),
    issueRefreshToken: () => givesRefreshTokens,
    interactions: { url: (_, { uid }) => `${loginPath}/${uid}` },
    findAccount: (_, sub) => ({ accountId: sub, claims: () => ({ sub }) }),
    // Our own page and nobody else's: there is nothing to consent to.
    async loadExistingGrant({ oidc }) {
      const grant = new oidc.provider.Grant({
        clientId: oidc.client?.clientId ?? '',
        accountId: oidc.account?.accountId ?? '',
      })
      grant.addOIDCScope('openid')
      await grant.save()
      return grant
    },
    features: {
      clientCredentials: { enabled: true },
      devInteractions: { enabled: false },
      revocation: { enabled: true },
      resourceIndicators: { enabled: true, getResourceServerInfo: () => resourceServer },
    },
  })
}

type Client = NonNullable<Configuration['clients']>[number]

function agentClient(agent: string): Client {
  return {
    client_id: agent,
    client_secret: secret,
    token_endpoint_auth_method: 'client_secret_post',
    grant_types: ['client_credentials'],
    response_types: [],
    redirect_uris: [],
  }
}

function pageClient(pages: readonly string[]): Client {
  return {
    client_id: pageClientId,
    token_endpoint_auth_method: 'none',
    grant_types: ['authorization_code', 'refresh_token'],
    response_types: ['code'],
    redirect_uris: pages.map((page) => new URL('/sign-in.html', page).href),
  }
}
