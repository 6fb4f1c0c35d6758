import { readFile } from 'node:fs/promises'
import { parseCliOptions } from './cli-options.ts'
import { ScriptError, SeedError, type Simulator, type SimulatorOptions } from './serve-simulator.ts'

/** `EX_CONFIG` of sysexits.h: what is wrong is a setting. */
const exConfig = 78

interface SimulatorCommand {
  readonly createSimulator: (options: SimulatorOptions) => Promise<Simulator>
  /** What is taken without `--seed`. */
  readonly defaultSeedPath?: string
}

const help = `Usage: connect-contact-cases simulator [OPTION…]

Serves a page that stands for Amazon's softphone (CCP), and one that stands for the agent workspace.

  --port PORT     the port to listen on; 4720
  --seed FILE     the emulator's seed, whose contacts can be made to ring; the small company
  --script FILE   a shift that the page offers to play`

/** Runs a simulator as these arguments of a command line say, until the process is told to end. */
export async function runSimulator(args: readonly string[], command: SimulatorCommand): Promise<void> {
  if (args.includes('--help')) return console.log(help)
  const simulator = await start(args, command)
  console.log(`Softphone: ${simulator.ccpUrl}\nWorkspace: ${simulator.workspaceUrl}?app=URL`)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void simulator.close().then(() => process.exit(0)))
  }
}

async function start(args: readonly string[], { createSimulator, defaultSeedPath }: SimulatorCommand) {
  const parsed = parseCliOptions(args, defaultSeedPath)
  if (!parsed.ok) stop(parsed.message, exConfig)
  const { port, seedPath, scriptPath } = parsed.options
  const seed = await readJson('seed', seedPath)
  const script = scriptPath === undefined ? undefined : await readJson('script', scriptPath)
  return createSimulator({ seed, port, script }).catch((error: unknown) => {
    if (error instanceof ScriptError) stop(`${scriptPath}: ${error.message}`, exConfig)
    if (error instanceof SeedError) stop(`${seedPath}: ${error.message}`, exConfig)
    stop(error instanceof Error ? error.message : String(error), 1)
  })
}

function stop(message: string, code: number): never {
  console.error(`simulator: ${message}`)
  process.exit(code)
}

async function readJson(what: string, path: string): Promise<unknown> {
  const text = await readFile(path, 'utf8').catch((error: Error) =>
    stop(`cannot read the ${what}: ${error.message}`, exConfig),
  )
  try {
    return JSON.parse(text)
  } catch (error) {
    stop(`${path} is not JSON: ${error instanceof Error ? error.message : error}`, exConfig)
  }
}
