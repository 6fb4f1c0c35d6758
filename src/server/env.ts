import { z } from 'zod'
import { type AuthSettings, authVariables, readAuth } from './auth/auth-settings.ts'
import { isLoopback } from './loopback.ts'
import { accountQuotas, type Quotas } from './quota/account-quotas.ts'
import { quotasSetting } from './quota/quotas-setting.ts'
import { fail, type Result, succeed } from './result.ts'
import { type SealKeys, sealKeysSetting } from './seal-keys.ts'
import { storeSetting } from './store/store-setting.ts'

/** What the server is told by its environment. */
export interface Settings extends Endpoint {
  readonly port: number
  readonly host: string
  /** File of the page's settings; null: the one built with the page. */
  readonly pageConfig: string | null
  /** Where the built page is; null: beside the built server. */
  readonly pageDirectory: string | null
  readonly deadlineMs: number
  readonly quotas: Quotas
  /** Fields that rows show beside those that every row has. */
  readonly rowFields: readonly string[]
  /** Who may frame the page, as a Content-Security-Policy names them. */
  readonly frameAncestors: readonly string[]
  /** Origins whose pages may ask, beside our own. */
  readonly allowedOrigins: readonly string[]
  /** null: that of the page's settings. */
  readonly region: string | null
  /** Where Amazon Connect itself answers. */
  readonly connect: Endpoint
  /** null: nobody signs in. */
  readonly auth: AuthSettings | null
  /** URL of what all instances share; null: there is one instance. */
  readonly store: string | null
  /** What seals tokens; null: a key of this process. */
  readonly sealKeys: SealKeys | null
  /** Whether there is a collector for traces and metrics. */
  readonly exportsTelemetry: boolean
}

/** Where a service answers, unless by the SDK's own rules, and with whose keys it is asked. */
export interface Endpoint {
  readonly endpoint?: string
  readonly credentials: 'sdk' | 'placeholder'
}

const portForm = 'must be a port number, 0 to 65535'
const port = z
  .string()
  .regex(/^\d{1,5}$/, portForm)
  .transform(Number)
  .pipe(z.number().max(65_535, portForm))

const deadlineForm = 'must be a number of milliseconds, 100 to 60000'
const milliseconds = z
  .string()
  .regex(/^\d{3,5}$/, deadlineForm)
  .transform(Number)

const rowFieldsForm = 'must be at most 10 different field ids, separated by commas'
const rowFields = z
  .string()
  .transform((list) => list.split(',').map((fieldId) => fieldId.trim()))
  .refine((fieldIds) => {
    const isDifferent = new Set(fieldIds).size === fieldIds.length
    return isDifferent && fieldIds.length <= 10 && fieldIds.every(({ length }) => length >= 1 && length <= 500)
  }, rowFieldsForm)

const words = z.string().transform((list) => list.split(/\s+/).filter((word) => word !== ''))

// Nothing that could end the directive, or the header, and begin another.
const ancestorsForm = "must be 'self', 'none' or origins such as https://*.my.connect.aws, separated by spaces"
const isAncestor = (source: string) =>
  source === "'self'" || /^https?:\/\/(\*\.)?[\w-]+(\.[\w-]+)*(:(\d{1,5}|\*))?$/.test(source)
const frameAncestors = words.refine(
  (sources) => sources.join(' ') === "'none'" || (sources.length > 0 && sources.every(isAncestor)),
  ancestorsForm,
)

const originsForm = 'must be origins such as https://desk.example.com, separated by spaces'
const allowedOrigins = words.refine(
  (origins) =>
    origins.every((origin) => /^https?:/.test(origin) && URL.canParse(origin) && new URL(origin).origin === origin),
  originsForm,
)

const endpoint = z.url({ protocol: /^https?$/, error: 'must be an http or https URL' })

const environment = z.object({
  ...authVariables,
  PORT: port.default(8787),
  HOST: z.string().default('127.0.0.1'),
  PAGE_CONFIG: z.string().optional(),
  PAGE_DIRECTORY: z.string().optional(),
  DEADLINE_MS: milliseconds.pipe(z.number().max(60_000, deadlineForm)).default(5_000),
  QUOTAS: quotasSetting.default(accountQuotas),
  ROW_FIELDS: rowFields.default([]),
  FRAME_ANCESTORS: frameAncestors.default(["'self'"]),
  ALLOWED_ORIGINS: allowedOrigins.default([]),
  AWS_ENDPOINT_URL_CONNECTCASES: endpoint.optional(),
  AWS_ENDPOINT_URL_CONNECT: endpoint.optional(),
  AWS_REGION: z
    .string()
    .regex(/^[a-z]{2}(-[a-z]+)+-\d$/, 'must be an AWS Region such as us-east-1')
    .optional(),
  AWS_ACCESS_KEY_ID: z.string().optional(),
  OTEL_EXPORTER_OTLP_ENDPOINT: endpoint.optional(),
  AWS_PROFILE: z.string().optional(),
  STORE: storeSetting.default(null),
  SEAL_KEYS: sealKeysSetting.optional(),
})

/** The names of all variables that the server is told by. */
export const settingNames = Object.keys(environment.shape)

/** The server's settings, or one line that names the variable at fault. */
export function readSettings(env: Readonly<Record<string, string | undefined>>): Result<Settings, string> {
  // Set to nothing is not set: that is how shells and container files leave a variable out.
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const parsed = environment.safeParse(given)
  if (!parsed.success) {
    return fail(parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`).join('; '))
  }
  const auth = readAuth(parsed.data)
  if (!auth.ok) return auth
  const { HOST, AWS_ENDPOINT_URL_CONNECTCASES: cases, AWS_ENDPOINT_URL_CONNECT: connect } = parsed.data
  if (auth.value === null && (!isLoopback(HOST) || cases === undefined)) return fail(needsAuthentication)
  if (parsed.data.STORE !== null && parsed.data.SEAL_KEYS === undefined) return fail(needsSealKeys)
  const hasCredentials = parsed.data.AWS_ACCESS_KEY_ID !== undefined || parsed.data.AWS_PROFILE !== undefined
  return succeed({
    port: parsed.data.PORT,
    host: HOST,
    pageConfig: parsed.data.PAGE_CONFIG ?? null,
    pageDirectory: parsed.data.PAGE_DIRECTORY ?? null,
    deadlineMs: parsed.data.DEADLINE_MS,
    quotas: parsed.data.QUOTAS,
    rowFields: parsed.data.ROW_FIELDS,
    frameAncestors: parsed.data.FRAME_ANCESTORS,
    allowedOrigins: parsed.data.ALLOWED_ORIGINS,
    region: parsed.data.AWS_REGION ?? null,
    ...toEndpoint(cases, hasCredentials),
    connect: toEndpoint(connect, hasCredentials),
    auth: auth.value,
    store: parsed.data.STORE,
    sealKeys: parsed.data.SEAL_KEYS ?? null,
    exportsTelemetry: parsed.data.OTEL_EXPORTER_OTLP_ENDPOINT !== undefined,
  })
}

/**
 * An emulator on this machine takes any keys; made-up ones spare a newcomer the AWS account, and the SDK its search for
 * credentials. Nothing made up ever leaves the machine.
 */
function toEndpoint(endpoint: string | undefined, hasCredentials: boolean): Endpoint {
  if (endpoint === undefined) return { credentials: 'sdk' }
  return { endpoint, credentials: isLoopback(new URL(endpoint).hostname) && !hasCredentials ? 'placeholder' : 'sdk' }
}

// Each with a key of its own, none could open what another sealed.
const needsSealKeys =
  'STORE needs SEAL_KEYS, the same at all instances: an id, a colon and what "openssl rand -base64 32" prints.'

// Whoever reaches the server sees every case its role may read.
const needsAuthentication =
  'Without authentication the server starts only for this machine and an emulator: ' +
  'leave HOST at 127.0.0.1 and set AWS_ENDPOINT_URL_CONNECTCASES, e.g. to http://127.0.0.1:4710, ' +
  'or set OIDC_ISSUER, OIDC_AUDIENCE and INSTANCES.'
