import type { AppOptions } from './app-options.ts'
import { readSettings, type Settings } from './env.ts'
import { isLoopback } from './loopback.ts'
import { variables } from './option-variables.ts'
import { fail, type Result, succeed } from './result.ts'

type OptionName = keyof typeof variables
const optionNames = Object.keys(variables) as OptionName[] // of a constant, which has no others

/** The server's settings that these options mean, or one line that names the option at fault. */
export function readOptions(options: AppOptions): Result<Settings & { readonly region: string }, string> {
  const { auth, casesEndpoint = '', log, telemetry = false, ...rest } = options
  const asksEmulator = URL.canParse(casesEndpoint) && isLoopback(new URL(casesEndpoint).hostname)
  if (auth === undefined && !asksEmulator) return fail(needsSignIn)
  const given = { ...rest, casesEndpoint, ...prefixed('auth.', auth ?? {}) }
  const unknown = Object.keys(given).find((name) => !Object.hasOwn(variables, name))
  if (unknown !== undefined) return fail(`There is no option ${unknown}.`)

  const { AWS_ACCESS_KEY_ID, AWS_PROFILE } = process.env
  const texts = Object.entries(given).map(([name, value]) => [variables[name as OptionName], textOf(name, value)])
  const settings = readSettings({ AWS_ACCESS_KEY_ID, AWS_PROFILE, ...Object.fromEntries(texts) })
  if (!settings.ok) return fail(inOptions(settings.problem))
  const { region } = settings.value
  if (region === null) return fail('region must be an AWS Region such as us-east-1.')
  if (auth !== undefined && settings.value.auth === null) return fail('auth needs issuer, audience and instances.')
  return succeed({ ...settings.value, region, exportsTelemetry: telemetry })
}

function prefixed(prefix: string, members: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(members).map(([name, value]) => [prefix + name, value]))
}

/** As the environment variable has it. */
function textOf(name: string, value: unknown): string | undefined {
  if (value === undefined) return undefined
  if (Array.isArray(value)) return value.join(name === 'rowFields' ? ',' : ' ')
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

/** The sentence with the options' names in place of the variables'. */
function inOptions(sentence: string): string {
  return optionNames.reduce(
    (text, name) => text.replaceAll(new RegExp(`\\b${variables[name]}\\b`, 'g'), name),
    sentence,
  )
}

// Whoever reaches the app sees every case that its role may read.
const needsSignIn =
  'Without sign-in only an emulator on this machine may be asked: set auth, or casesEndpoint, e.g. to http://127.0.0.1:4710.'
