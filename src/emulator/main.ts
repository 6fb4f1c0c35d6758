import { cliExample } from './cli-example.ts'
import { createEmulator, type Emulator } from './emulator.ts'
import { defaultSeedFile, loadSeed } from './load-seed.ts'
import { parseSettings } from './settings.ts'

// sysexits.h: EX_CONFIG
const wrongConfiguration = 78

function stop(message: string, code: number): never {
  console.error(message)
  process.exit(code)
}

async function start(): Promise<Emulator> {
  const reading = parseSettings(process.argv.slice(2))
  if (!reading.ok) return stop(reading.message, wrongConfiguration)
  const { port, seedFile } = reading.settings
  const loading = loadSeed(seedFile ?? defaultSeedFile)
  if (!loading.ok) return stop(loading.message, wrongConfiguration)
  try {
    return await createEmulator({ seed: loading.seed, port })
  } catch (error) {
    return stop(`Port ${port} cannot be had: ${error instanceof Error ? error.message : error}`, 1)
  }
}

const emulator = await start()
console.log(`Amazon Connect Cases emulator: ${emulator.url}`)
const example = cliExample(emulator.seed, emulator.url)
if (example !== null) console.log(`\n${example}\n`)

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void emulator.close().then(() => process.exit(0)))
}
