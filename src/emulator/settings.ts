import { parseArgs } from 'node:util'
import { readSwitchOptions, type StartBehaviour, switchOptions } from './switches/switch-options.ts'

interface Settings extends StartBehaviour {
  readonly port: number
  /** Null: the seed that is shipped. */
  readonly seedFile: string | null
  /** Null: changes are forgotten at the end. */
  readonly dataFile: string | null
  /** Null: any request is taken, signed or not. */
  readonly keysFile: string | null
  /** URLs that each event is posted to. */
  readonly events: readonly string[]
}

export type SettingsReading =
  | { readonly ok: true; readonly settings: Settings }
  | { readonly ok: false; readonly message: string }

const defaultPort = '4710'

/** The command line's options, or one sentence that says which is wrong. */
export function parseSettings(args: readonly string[]): SettingsReading {
  const given = readOptions(args)
  if (typeof given === 'string') return { ok: false, message: given }
  const { port = defaultPort, seed, data, keys, events = [] } = given
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) {
    return { ok: false, message: `--port must be a number from 0 to 65535, not "${port}"` }
  }
  if (seed === '') return { ok: false, message: '--seed must name a file' }
  if (data === '') return { ok: false, message: '--data must name a file' }
  if (keys === '') return { ok: false, message: '--keys must name a file' }
  const wrongUrl = events.find((url) => !isHttp(url))
  if (wrongUrl !== undefined) return { ok: false, message: `--events must be an HTTP URL, not "${wrongUrl}"` }
  const behaviour = readSwitchOptions(given)
  if (!behaviour.ok) return behaviour
  const files = { seedFile: seed ?? null, dataFile: data ?? null, keysFile: keys ?? null }
  return { ok: true, settings: { port: Number(port), ...files, events, ...behaviour.value } }
}

const options = {
  port: { type: 'string' },
  seed: { type: 'string' },
  data: { type: 'string' },
  events: { type: 'string', multiple: true },
  keys: { type: 'string' },
  ...switchOptions,
} as const

function readOptions(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options }).values
  } catch (error) {
    // parseArgs says what is wrong in its first sentence, and then how to write a positional argument.
    const said = error instanceof Error ? error.message : String(error)
    const names = Object.keys(options).map((name) => `--${name}`)
    return `${said.split(/\.\s|\n/)[0]}. The options are ${names.join(', ')}`
  }
}

function isHttp(url: string): boolean {
  return URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)
}
