import { parseArgs } from 'node:util'

interface Settings {
  readonly port: number
  /** Null: the seed that is shipped. */
  readonly seedFile: string | null
  /** Null: changes are forgotten at the end. */
  readonly dataFile: string | null
  /** URLs that each event is posted to. */
  readonly events: readonly string[]
}

export type SettingsReading =
  | { readonly ok: true; readonly settings: Settings }
  | { readonly ok: false; readonly message: string }

const defaultPort = '4710'

/** The command line's options, or one sentence that says which is wrong. */
export function parseSettings(args: readonly string[]): SettingsReading {
  const options = readOptions(args)
  if (typeof options === 'string') return { ok: false, message: options }
  const { port = defaultPort, seed, data, events = [], quotas = 'off' } = options
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) {
    return { ok: false, message: `--port must be a number from 0 to 65535, not "${port}"` }
  }
  if (quotas !== 'off') return { ok: false, message: `--quotas must be off, not "${quotas}"` }
  if (seed === '') return { ok: false, message: '--seed must name a file' }
  if (data === '') return { ok: false, message: '--data must name a file' }
  const wrongUrl = events.find((url) => !isHttp(url))
  if (wrongUrl !== undefined) return { ok: false, message: `--events must be an HTTP URL, not "${wrongUrl}"` }
  return { ok: true, settings: { port: Number(port), seedFile: seed ?? null, dataFile: data ?? null, events } }
}

interface Options {
  port?: string
  seed?: string
  data?: string
  events?: string[]
  quotas?: string
}

function readOptions(args: readonly string[]): Options | string {
  try {
    const options = {
      port: { type: 'string' },
      seed: { type: 'string' },
      data: { type: 'string' },
      events: { type: 'string', multiple: true },
      quotas: { type: 'string' },
    } as const
    return parseArgs({ args: [...args], options }).values
  } catch (error) {
    // parseArgs says what is wrong in its first sentence, and then how to write a positional argument.
    const said = error instanceof Error ? error.message : String(error)
    return `${said.split(/\.\s|\n/)[0]}. The options are --port, --seed, --data, --events and --quotas`
  }
}

function isHttp(url: string): boolean {
  return URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)
}
