type Headers = Readonly<Record<string, string>>

interface Site {
  /** Where the server answers. */
  readonly host: string
  readonly scheme: 'http' | 'https'
  /** An origin of ALLOWED_ORIGINS, such as https://desk.example. */
  readonly desk: string
}

/** What browsers say of pages that may not post, each by what it is. */
export function foreignPages({ host, scheme, desk }: Site): readonly (readonly [name: string, Headers])[] {
  return [
    ['another site', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }],
    ['another host of the same site', { 'sec-fetch-site': 'same-site', origin: 'https://other.cases.example' }],
    ['another site in an older browser', { origin: 'https://evil.example' }],
    ['a sandboxed frame', { 'sec-fetch-site': 'cross-site', origin: 'null' }],
    ['a sandboxed frame in an older browser', { origin: 'null' }],
    ['another site that hides its origin', { 'sec-fetch-site': 'cross-site' }],
    ['a page that a person opened', { 'sec-fetch-site': 'none' }],
    ['another port', { origin: `${scheme}://${host.split(':')[0]}:8443` }],
    ['an origin that only begins like one of the list', { origin: `${desk}.evil.example` }],
    ['an origin of the list with another scheme', { origin: desk.replace('https:', 'http:') }],
    ['an origin of the list in capitals, as no browser writes it', { origin: desk.replace('desk', 'DESK') }],
    ['an origin that is none', { origin: 'evil' }],
  ]
}
