import { readFile } from 'node:fs/promises'
import { parseCliOptions } from './cli-options.ts'
import { createSimulator, SeedError } from './simulator.ts'

/** `EX_CONFIG` of sysexits.h: what is wrong is a setting. */
const exConfig = 78

function stop(message: string, code: number): never {
  console.error(`simulator: ${message}`)
  process.exit(code)
}

async function readSeed(path: string): Promise<unknown> {
  const text = await readFile(path, 'utf8').catch((error: Error) =>
    stop(`cannot read the seed: ${error.message}`, exConfig),
  )
  try {
    return JSON.parse(text)
  } catch (error) {
    stop(`${path} is not JSON: ${error instanceof Error ? error.message : error}`, exConfig)
  }
}

const parsed = parseCliOptions(process.argv.slice(2))
if (!parsed.ok) stop(parsed.message, exConfig)
const { port, seedPath } = parsed.options

const simulator = await createSimulator({ seed: await readSeed(seedPath), port }).catch((error: unknown) => {
  if (error instanceof SeedError) stop(`${seedPath}: ${error.message}`, exConfig)
  stop(error instanceof Error ? error.message : String(error), 1)
})
console.log(`Softphone: ${simulator.ccpUrl}`)

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void simulator.close().then(() => process.exit(0)))
}
