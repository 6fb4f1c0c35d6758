import { fail, type Result, succeed } from './result.ts'
import type { Given } from './setup-options.ts'

export const hosts = ['workspace', 'streams', 'frame'] as const

/** What shall be set up. */
export type Wishes = EveryHost &
  (
    | {
        readonly host: 'workspace'
        readonly namespace: string
        readonly name: string
        readonly securityProfiles: readonly string[]
        readonly signInOrigins: readonly string[]
      }
    | { readonly host: 'streams' }
    | { readonly host: 'frame'; readonly embedders: readonly string[] }
  )

export type WorkspaceWishes = Extract<Wishes, { host: 'workspace' }>

interface EveryHost {
  readonly region: string
  readonly instanceId: string
  readonly domainId: string
  /** As the workspace or the browser asks for it. */
  readonly pageUrl: URL
}

/** The options as wishes: right, as `findWrongOption` says, and whole, as `findMissing` does. */
export function wishesOf(given: Given, usualRegion: string | null): Result<Wishes> {
  const { host, instance = '', domain = '', url = '' } = given
  const found = readInstance(instance)
  const region = found?.region ?? given.region ?? usualRegion
  if (host === undefined || !isHost(host) || found === null)
    throw new Error('Options are checked before they are wishes')
  if (region === null) return fail('--region is missing: give it, or the ARN of the instance, or set AWS_REGION')
  const everyHost = { region, instanceId: found.instanceId, domainId: domain, pageUrl: new URL(url) }
  if (host === 'streams') return succeed({ ...everyHost, host })
  if (host === 'frame') return succeed({ ...everyHost, host, embedders: given.embedder ?? [] })
  return succeed({
    ...everyHost,
    host,
    namespace: given.namespace ?? 'connect-contact-cases',
    name: given.name ?? 'Contact cases',
    securityProfiles: [...new Set(given['security-profile'])],
    signInOrigins: [...new Set(given['sign-in-origin'])],
  })
}

export const regionForm = /^[a-z]{2}(-[a-z]+)+-\d$/

/** The id of an instance, and the Region where an ARN names it; null: it is neither. */
export function readInstance(text: string): { instanceId: string; region: string | null } | null {
  const arn = /^arn:[\w-]+:connect:([\w-]+):\d{12}:instance\/([\w-]{1,100})$/.exec(text)
  if (arn?.[1] && arn[2]) return regionForm.test(arn[1]) ? { instanceId: arn[2], region: arn[1] } : null
  return /^[\w-]{1,100}$/.test(text) ? { instanceId: text, region: null } : null
}

export function isHost(text: string): text is Wishes['host'] {
  return hosts.some((host) => host === text)
}
