import { parseArgs } from 'node:util'
import { listCasesForContactRequest } from '../contract/list-cases-for-contact.ts'

/** What the doctor is told. */
export interface DoctorOptions {
  /** The page's own origin; null: only the settings are looked at. */
  readonly page: string | null
  /** Whose pages shall be able to frame it; null: whoever the headers name. */
  readonly embedder: string | null
  /** Whose pages shall be able to ask the API; null: none but the page. */
  readonly origin: string | null
  /** An agent's access token. */
  readonly token: string | null
  readonly contactArn: string | null
  /** A file with the server's variables. */
  readonly settingsFile: string | null
  readonly aws: boolean
  readonly json: boolean
}

/** Those that name a page. */
export type PageOptions = DoctorOptions & { readonly page: string }

export type OptionsReading =
  | { readonly kind: 'options'; readonly options: DoctorOptions }
  | { readonly kind: 'help' }
  | { readonly kind: 'mistake'; readonly says: string }

/** The options with their values, and what they are for: the help, and the documentation's table. */
export const optionTable = {
  '--embedder ORIGIN': 'a page that shall be able to frame the panel, such as the agent workspace',
  '--origin ORIGIN': 'another page that shall be able to ask the API',
  '--token TOKEN': 'an agent’s access token, better given in CONTACT_CASES_TOKEN: asks a real question',
  '--contact-arn ARN': 'a contact of that agent: reads its cases',
  '--settings FILE':
    'the server’s variables, one NAME=value a line: would it start, and do page and server agree? Alone it needs no page',
  '--aws': 'asks AWS itself, with the credentials of this shell: may they do what the server does?',
  '--json': 'prints the findings as JSON',
  '--help': 'prints this',
} as const

const options = {
  embedder: { type: 'string' },
  origin: { type: 'string' },
  token: { type: 'string' },
  'contact-arn': { type: 'string' },
  settings: { type: 'string' },
  aws: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const

type Environment = Readonly<Record<string, string | undefined>>

/** The command line, or one sentence that says what is wrong with it; it never repeats a token. */
export function readOptions(args: readonly string[], env: Environment): OptionsReading {
  const parsed = parse(args)
  if (typeof parsed === 'string') return mistake(parsed)
  const { values, positionals } = parsed
  if (values.help) return { kind: 'help' }
  const [page, ...more] = positionals
  const { 'contact-arn': contactArn = null, settings: settingsFile = null, embedder, origin, aws, json } = values
  if (page === undefined && (settingsFile === null || (embedder ?? origin) !== undefined)) {
    return mistake('Name the page to look at, such as https://cases.example.com')
  }
  if (more.length > 0) return mistake('Name one page only.')
  const address = page === undefined ? null : originOf(page)
  if (address === null && page !== undefined)
    return mistake('The page must be an address without a path, such as https://cases.example.com')
  for (const name of ['embedder', 'origin'] as const) {
    const value = values[name]
    if (value !== undefined && originOf(value) === null) {
      return mistake(`--${name} must be an origin such as https://example.my.connect.aws`)
    }
  }
  if (contactArn !== null && !listCasesForContactRequest.safeParse({ contactArn }).success) {
    return mistake(
      '--contact-arn must be arn:{partition}:connect:{region}:{account}:instance/{instanceId}/contact/{id}',
    )
  }
  if (settingsFile === '') return mistake('--settings must name a file')
  const token = values.token ?? env['CONTACT_CASES_TOKEN'] ?? ''
  if (!/^[\w.~+/=-]*$/.test(token)) return mistake('The token holds a character that no access token has.')
  return {
    kind: 'options',
    options: {
      ...{ page: address, contactArn, settingsFile, aws, json },
      embedder: embedder === undefined ? null : originOf(embedder),
      origin: origin === undefined ? null : originOf(origin),
      token: token === '' ? null : token,
    },
  }
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true })
  } catch (error) {
    // parseArgs says what is wrong in its first sentence, and then how to write a positional argument.
    const said = error instanceof Error ? error.message : String(error)
    return `${said.split(/\.\s|\n/)[0]}. See: connect-contact-cases doctor --help`
  }
}

/** An address of nothing but an origin, as an origin. */
function originOf(text: string): string | null {
  if (!/^https?:\/\//.test(text) || !URL.canParse(text)) return null
  const { origin, href } = new URL(text)
  return href === `${origin}/` ? origin : null
}

function mistake(says: string): OptionsReading {
  return { kind: 'mistake', says }
}
