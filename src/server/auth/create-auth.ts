import { createTokenVerifier } from './access-token.ts'
import type { AuthSettings } from './auth-settings.ts'
import { type Authenticate, authenticateAnyone, authenticateByToken } from './authenticate.ts'
import { type CaseAccess, createCaseAccess, openAccess } from './case-access.ts'
import type { ConnectGateway } from './connect-gateway.ts'
import { createConnectUsers } from './connect-users.ts'
import { createKeptTokens } from './kept-tokens.ts'
import type { VerdictDeps } from './kept-verdicts.ts'
import { createOwnership } from './ownership.ts'
import { createSigningKeys } from './signing-keys.ts'

/** Who asks, and what they may see. */
export interface Auth {
  readonly authenticate: Authenticate
  readonly access: CaseAccess
}

/** For a server that only this machine can reach, over nothing but an emulator. */
export const noAuth: Auth = { authenticate: authenticateAnyone, access: openAccess }

interface AuthDeps extends VerdictDeps {
  readonly settings: AuthSettings
  readonly connect: ConnectGateway
  readonly fetch: typeof fetch
  /** The time of day, in milliseconds since 1970. */
  readonly time: () => number
  /** How long no key set is read again for a key that the last one did not have. */
  readonly cooldownMs: number
}

/** Sign-in by the issuer of the settings, and the contacts of the instances there. */
export function createAuth({ settings, connect, fetch, time, cooldownMs, ...verdicts }: AuthDeps): Auth {
  const kept = createKeptTokens(time)
  const { issuer, jwksUrl } = settings
  const keys = createSigningKeys({ issuer, jwksUrl, fetch, cooldownMs, onRead: kept.forget })
  const userIdOf = createConnectUsers({ ...verdicts, connect, agentClaimIs: settings.agentClaimIs })
  const ownership = createOwnership({ ...verdicts, connect, userIdOf })
  return {
    authenticate: authenticateByToken(kept.keep(createTokenVerifier({ ...settings, keys, time }))),
    access: createCaseAccess({ ...verdicts, instances: settings.instances, ownership, connect }),
  }
}
