import type { PageConfig } from '../../contract/page-config.ts'
import type { Answer, Ask, Reply } from '../ask.ts'
import type { PageOptions } from '../doctor-options.ts'
import { type Policy, policiesOf } from '../policy.ts'

/** What the page's policies must let through. */
export interface FramedPage {
  readonly origin: string
  readonly policies: readonly Policy[]
  readonly host: string
  readonly embedder: string | null
  /** Origins that the page frames, and why. */
  readonly frames: ReadonlyMap<string, string>
  /** Origins that the page asks, and why. */
  readonly connects: ReadonlyMap<string, string>
  /** Where a sign-in comes back to; null: nobody signs in. */
  readonly returnPage: Reply | null
}

export async function gatherFramedPage(
  ask: Ask,
  { headers }: Answer,
  config: PageConfig,
  { page: origin, embedder }: PageOptions,
): Promise<FramedPage> {
  const { host, auth, apiBaseUrl } = config
  const ccp = config.host === 'streams' ? [[new URL(config.ccpUrl).origin, 'the softphone'] as const] : []
  const issuer = auth === undefined ? [] : [new URL(auth.issuer).origin, ...auth.origins]
  const provider = issuer.map((each) => [each, 'the sign-in'] as const)
  const silentSignIn = auth === undefined ? [] : [[origin, 'the sign-in that nobody sees'] as const]
  return {
    ...{ origin, host, embedder },
    policies: policiesOf(headers),
    frames: new Map([...ccp, ...provider, ...silentSignIn]),
    connects: new Map([[new URL(apiBaseUrl, origin).origin, 'the API'], ...provider]),
    returnPage: auth === undefined ? null : await ask(`${origin}/sign-in.html`),
  }
}
