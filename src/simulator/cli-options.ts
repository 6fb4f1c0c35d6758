import { parseArgs } from 'node:util'

interface CliOptions {
  readonly port: number
  readonly seedPath: string
  readonly scriptPath: string | undefined
}

export type CliOptionsResult =
  | { readonly ok: true; readonly options: CliOptions }
  | { readonly ok: false; readonly message: string }

/** What the arguments say, or what is wrong with them. Without `--seed` it is the default, where there is one. */
export function parseCliOptions(argv: readonly string[], defaultSeedPath?: string): CliOptionsResult {
  const values = readValues(argv)
  if (typeof values === 'string') return { ok: false, message: values }
  const { port = '4720', seed = defaultSeedPath, script } = values
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) {
    return { ok: false, message: `--port must be a number from 0 to 65535, not "${port}"` }
  }
  if (!seed) return { ok: false, message: '--seed FILE is missing: the seed of the Cases emulator' }
  return { ok: true, options: { port: Number(port), seedPath: seed, scriptPath: script } }
}

/** The options as text; where an option is unknown or has no value, Node's sentence about it. */
function readValues(argv: readonly string[]): { port?: string; seed?: string; script?: string } | string {
  try {
    const text = { type: 'string' } as const
    return parseArgs({ args: [...argv], options: { port: text, seed: text, script: text } }).values
  } catch (error) {
    // Node adds advice on how to pass values that start with a dash.
    return String(error instanceof Error ? error.message : error).split('. ')[0] ?? ''
  }
}
