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

type Options = Omit<Given, 'dry-run' | 'yes' | 'help'>

/** Which of the options a host has no use for: given all the same, one is a misunderstanding. */
const ofHost: Readonly<Record<string, readonly (keyof Options)[]>> = {
  workspace: ['security-profile', 'sign-in-origin', 'namespace', 'name'],
  frame: ['embedder'],
}

/** What is wrong with the options that are given, in one sentence; null: nothing is. */
export function findWrongOption(given: Options): string | null {
  const { host, instance, domain, url, region, namespace, name } = given
  if (host !== undefined && !isHost(host)) return `--host must be ${hosts.join(', ')}, not "${host}"`
  if (instance !== undefined && readInstance(instance) === null) {
    return `--instance must be an id, or an ARN such as arn:aws:connect:us-east-1:111122223333:instance/ID, not "${instance}"`
  }
  if (domain !== undefined && !/^[\w-]{1,500}$/.test(domain)) return `--domain must be an id, not "${domain}"`
  if (region !== undefined && !regionForm.test(region)) {
    return `--region must be an AWS Region such as us-east-1, not "${region}"`
  }
  const arnRegion = instance === undefined ? null : readInstance(instance)?.region
  if (arnRegion && region && arnRegion !== region) return `--region says ${region}, and the instance is in ${arnRegion}`
  const wrongUrl = url === undefined ? null : findWrongUrl(url)
  if (wrongUrl !== null) return wrongUrl
  const origins = (['sign-in-origin', 'embedder'] as const).flatMap((option) =>
    (given[option] ?? []).map((origin) => ({ option, origin })),
  )
  const wrong = origins.find(({ origin }) => !isOrigin(origin))
  if (wrong) return `--${wrong.option} must be an origin such as https://login.example.com, not "${wrong.origin}"`
  // What CreateApplication takes, and UpdateSecurityProfile of a namespace.
  if (namespace !== undefined && !/^[\w/.-]{1,128}$/.test(namespace)) {
    return `--namespace must be at most 128 letters, digits, /, ., _ and -, not "${namespace}"`
  }
  if (name !== undefined && !/^[\w/. -]{1,255}$/.test(name)) {
    return `--name must be at most 255 letters, digits, blanks, /, ., _ and -, not "${name}"`
  }
  if (given['security-profile']?.includes('')) return '--security-profile must be a name or an id'
  return host === undefined ? null : findOptionOfOtherHost(given, host)
}

function findOptionOfOtherHost(given: Options, host: string): string | null {
  for (const [other, options] of Object.entries(ofHost)) {
    const useless = other === host ? undefined : options.find((option) => given[option] !== undefined)
    if (useless !== undefined) return `--${useless} is for --host ${other}: leave it out`
  }
  return null
}

/** The first option that is missing; null: all are there. */
export function findMissing(given: Options): keyof Options | null {
  const needed = ['host', 'instance', 'domain', 'url'] as const
  const missing = needed.find((option) => given[option] === undefined)
  if (missing !== undefined) return missing
  if (given.host === 'workspace' && !given['security-profile']?.length) return 'security-profile'
  return given.host === 'frame' && !given.embedder?.length ? 'embedder' : null
}

/** The options as wishes: right, as `findWrongOption` says, and whole, as `findMissing` does. */
export function wishesOf(given: Options, usualRegion: string | null): Result<Wishes> {
  const { host, instance = '', domain = '', url = '' } = given
  const found = readInstance(instance)
  const region = found?.region ?? given.region ?? usualRegion
  if (host === undefined || !isHost(host) || found === null) return fail('The options are not whole')
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

const regionForm = /^[a-z]{2}(-[a-z]+)+-\d$/

/** The id of an instance, and the Region where an ARN names it; null: it is neither. */
export function readInstance(text: string): { instanceId: string; region: string | null } | null {
  const arn = /^arn:[\w-]+:connect:([\w-]+):\d{12}:instance\/([\w-]{1,100})$/.exec(text)
  if (arn?.[1] && arn[2]) return regionForm.test(arn[1]) ? { instanceId: arn[2], region: arn[1] } : null
  return /^[\w-]{1,100}$/.test(text) ? { instanceId: text, region: null } : null
}

/** What is wrong with the page's URL, in one sentence; null: nothing is. */
export function findWrongUrl(text: string): string | null {
  if (!URL.canParse(text)) return `--url must be a URL such as https://cases.example.com/, not "${text}"`
  const { protocol, hostname, hash, href } = new URL(text)
  const isHere = ['localhost', '127.0.0.1', '[::1]'].includes(hostname)
  if (protocol !== 'https:' && !(protocol === 'http:' && isHere)) {
    return '--url must begin with https://: a page without TLS is framed by nobody'
  }
  if (hash !== '') return '--url must not have a # in it'
  return href.length > 1000 ? '--url must have at most 1,000 characters' : null
}

export function isOrigin(text: string): boolean {
  return URL.canParse(text) && /^https?:/.test(text) && new URL(text).origin === text
}

function isHost(text: string): text is Wishes['host'] {
  return hosts.some((host) => host === text)
}
