/** A Content-Security-Policy: the sources of each directive. */
export type Policy = ReadonlyMap<string, readonly string[]>

/** All policies of an answer: a proxy may have added one, and browsers hold a page to every one of them. */
export function policiesOf(headers: Headers): Policy[] {
  const header = headers.get('content-security-policy') ?? ''
  return header
    .split(',')
    .filter((text) => text.trim() !== '')
    .map(parsePolicy)
}

function parsePolicy(text: string): Policy {
  const policy = new Map<string, readonly string[]>()
  for (const directive of text.split(';')) {
    const [name = '', ...sources] = directive.trim().split(/\s+/)
    // Of a directive that stands there twice the first counts.
    if (name !== '' && !policy.has(name.toLowerCase())) policy.set(name.toLowerCase(), sources)
  }
  return policy
}

/** The sources of a directive, where it falls back on `default-src`; null: anything is allowed. */
export function sourcesOf(policy: Policy, directive: string): readonly string[] | null {
  return policy.get(directive) ?? policy.get('default-src') ?? null
}

/** Whether every policy lets a page of `self` use this origin so. */
export function allows(policies: readonly Policy[], directive: string, origin: string, self: string): boolean {
  return policies.every((policy) => {
    const sources = sourcesOf(policy, directive)
    return sources === null || sources.some((source) => matches(source, origin, self))
  })
}

/** "Content Security Policy Level 3", section 6.7.2.8, for an origin: keywords, schemes and hosts. */
function matches(source: string, origin: string, self: string): boolean {
  if (source === "'self'") return origin === self
  const { protocol, hostname, port } = new URL(origin)
  if (source === '*') return /^https?:$/.test(protocol)
  if (/^[a-z][a-z\d+.-]*:$/i.test(source)) return isScheme(source.toLowerCase(), protocol)
  const parts = /^(?:([a-z][a-z\d+.-]*:)\/\/)?(\*|(?:\*\.)?[\w.-]+)(?::(\d+|\*))?(?:\/.*)?$/i.exec(source)
  if (parts === null) return false
  const [, scheme = new URL(self).protocol, host = '', wantedPort = ''] = parts
  if (!isScheme(scheme.toLowerCase(), protocol) || !isHost(host.toLowerCase(), hostname)) return false
  return wantedPort === '*' || toPort(wantedPort, scheme) === toPort(port, protocol) || isUpgrade(wantedPort, origin)
}

// A policy that allows http allows the same over https.
function isScheme(wanted: string, protocol: string): boolean {
  return wanted === protocol || (wanted === 'http:' && protocol === 'https:')
}

function isHost(wanted: string, hostname: string): boolean {
  if (wanted === '*') return true
  return wanted.startsWith('*.') ? hostname.endsWith(wanted.slice(1)) : wanted === hostname
}

function toPort(port: string, scheme: string): string {
  return port !== '' ? port : scheme === 'https:' ? '443' : '80'
}

function isUpgrade(wantedPort: string, origin: string): boolean {
  return ['', '80'].includes(wantedPort) && toPort(new URL(origin).port, new URL(origin).protocol) === '443'
}
