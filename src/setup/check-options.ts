import type { Given } from './setup-options.ts'
import { hosts, isHost, readInstance, regionForm } from './wishes.ts'

type Options = Omit<Given, 'dry-run' | 'yes' | 'help'>

/** Which of the options a host has no use for: given all the same, one is a misunderstanding. */
const ofHost: Readonly<Record<string, readonly (keyof Options)[]>> = {
  workspace: ['security-profile', 'sign-in-origin', 'namespace', 'name'],
  frame: ['embedder'],
}

interface Form {
  fits(text: string): boolean
  readonly must: string
}

const origin: Form = { fits: isOrigin, must: 'must be an origin such as https://login.example.com' }

const forms: Readonly<Record<keyof Options, Form>> = {
  host: { fits: isHost, must: `must be ${hosts.join(', ')}` },
  instance: {
    fits: (text) => readInstance(text) !== null,
    must: 'must be an id, or an ARN such as arn:aws:connect:us-east-1:111122223333:instance/ID',
  },
  domain: { fits: (text) => /^[\w-]{1,500}$/.test(text), must: 'must be an id' },
  url: { fits: isPage, must: 'must be a URL such as https://cases.example.com/, with TLS and without #' },
  region: { fits: (text) => regionForm.test(text), must: 'must be an AWS Region such as us-east-1' },
  'security-profile': { fits: (text) => text !== '', must: 'must be a name or an id' },
  'sign-in-origin': origin,
  embedder: origin,
  // What CreateApplication takes of both, and UpdateSecurityProfile of a namespace.
  namespace: { fits: (text) => /^[\w/.-]{1,128}$/.test(text), must: 'must be 1 to 128 letters, digits, /, ., _ and -' },
  name: {
    fits: (text) => /^[\w/. -]{1,255}$/.test(text),
    must: 'must be 1 to 255 letters, digits, blanks, /, ., _ and -',
  },
}

/** What is wrong with the options that are given, in one sentence; null: nothing is. */
export function findWrongOption(given: Options): string | null {
  for (const [option, { fits, must }] of Object.entries(forms)) {
    const texts = [given[option as keyof Options] ?? []].flat() // a key of an object of our own
    const wrong = texts.find((text) => !fits(text))
    if (wrong !== undefined) return `--${option} ${must}, not "${wrong}"`
  }
  const { host, instance = '', region } = given
  const regionOfArn = readInstance(instance)?.region ?? region
  if (regionOfArn !== region && region !== undefined) {
    return `--region says ${region}, and the instance is in ${regionOfArn}: leave --region out`
  }
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

/** A page without TLS is framed by nobody, but for one on this machine. */
function isPage(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, hostname, hash, href } = new URL(text)
  const isHere = ['localhost', '127.0.0.1', '[::1]'].includes(hostname)
  return (protocol === 'https:' || (protocol === 'http:' && isHere)) && hash === '' && href.length <= 1000
}

function isOrigin(text: string): boolean {
  return URL.canParse(text) && /^https?:/.test(text) && new URL(text).origin === text
}
