import { readFile } from 'node:fs/promises'
import { parseCliOptions } from './cli-options.ts'
import { createSimulator, ScriptError, SeedError } from './simulator.ts'

/** `EX_CONFIG` of sysexits.h: what is wrong is a setting. */
const exConfig = 78

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

const parsed = parseCliOptions(process.argv.slice(2))
if (!parsed.ok) stop(parsed.message, exConfig)
const { port, seedPath, scriptPath } = parsed.options
const seed = await readJson('seed', seedPath)
const script = scriptPath === undefined ? undefined : await readJson('script', scriptPath)

const simulator = await createSimulator({ seed, port, script }).catch((error: unknown) => {
  if (error instanceof ScriptError) stop(`${scriptPath}: ${error.message}`, exConfig)
  if (error instanceof SeedError) stop(`${seedPath}: ${error.message}`, exConfig)
  stop(error instanceof Error ? error.message : String(error), 1)
})
console.log(`Softphone: ${simulator.ccpUrl}\nWorkspace: ${simulator.workspaceUrl}?app=URL`)

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void simulator.close().then(() => process.exit(0)))
}
