import {
  ErrorResponse,
  InMemoryWebStorage,
  OidcClient,
  type SigninResponse,
  WebStorageStateStore,
} from 'oidc-client-ts'
import type { PageAuth } from '../contract/page-auth.ts'
import type { Grant, Prompt, Provider, ProviderAnswer, ProviderProblem } from './provider.ts'

const timeoutSeconds = 10

/** The provider of the page's settings, over HTTP; it comes back to `redirectUri`. */
export function createOidcProvider(auth: PageAuth, redirectUri: string): Provider {
  const { resource } = auth
  const client = new OidcClient({
    authority: auth.issuer,
    client_id: auth.clientId,
    redirect_uri: redirectUri,
    scope: auth.scope,
    // Otherwise the verifiers of PKCE would be in localStorage.
    stateStore: new WebStorageStateStore({ store: new InMemoryWebStorage() }),
    requestTimeoutInSeconds: timeoutSeconds,
    ...(auth.audience !== undefined && { extraQueryParams: { audience: auth.audience } }),
    // RFC 8707: named where the code is asked for, and again where it is redeemed.
    ...(resource !== undefined && { resource, extraTokenParams: { resource } }),
  })

  return {
    request: (prompt) =>
      answerOf(async () => {
        const { url, state } = await client.createSigninRequest({ nonce: crypto.randomUUID(), ...promptOf(prompt) })
        return { url, state: state.id }
      }),
    redeem: (returnUrl) => answerOf(async () => grantOf(await client.processSigninResponse(returnUrl))),
    refresh: ({ idToken, scope, subject }, refreshToken) =>
      answerOf(async () => {
        const state = {
          refresh_token: refreshToken,
          session_state: null,
          profile: { sub: subject, iss: auth.issuer, aud: auth.clientId, exp: 0, iat: 0 },
          ...(idToken !== null && { id_token: idToken }),
          ...(scope !== null && { scope }),
        }
        const renewed = grantOf(await client.useRefreshToken({ state, ...(resource !== undefined && { resource }) }))
        // RFC 6749, section 6: without a new refresh token the old one stays good.
        return { ...renewed, refreshToken: renewed.refreshToken ?? refreshToken }
      }),
    async revoke({ refreshToken, accessToken }) {
      if (refreshToken !== null) await client.revokeToken(refreshToken, 'refresh_token')
      await client.revokeToken(accessToken, 'access_token')
    },
  }
}

function promptOf(prompt: Prompt) {
  return prompt === null ? {} : { prompt }
}

function grantOf(response: SigninResponse): Grant {
  return {
    subject: response.profile.sub,
    accessToken: response.access_token,
    refreshToken: response.refresh_token ?? null,
    idToken: response.id_token ?? null,
    scope: response.scope ?? null,
    expiresAt: response.expires_at === undefined ? null : response.expires_at * 1000,
  }
}

async function answerOf<Value>(ask: () => Promise<Value>): Promise<ProviderAnswer<Value>> {
  try {
    return { ok: true, value: await ask() }
  } catch (error) {
    return { ok: false, problem: problemOf(error) }
  }
}

// OpenID Connect Core, section 3.1.2.6: what `prompt=none` is answered with where somebody must be asked.
const needPerson = ['login_required', 'interaction_required', 'consent_required', 'account_selection_required']

function problemOf(error: unknown): ProviderProblem {
  if (!(error instanceof ErrorResponse)) return { code: 'unreachable', detail: null }
  // Of the URL that the popup came back with: shown only where it looks like one of OAuth's codes.
  const detail = /^\w{1,50}$/.test(error.error ?? '') ? error.error : null
  return { code: needPerson.includes(detail ?? '') ? 'needs_person' : 'refused', detail }
}
