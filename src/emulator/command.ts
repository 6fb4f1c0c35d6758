import { cliExample } from './cli-example.ts'
import { createEmulator, type Emulator } from './emulator.ts'
import { openJournal } from './journal/journal.ts'
import { defaultSeedFile, loadSeed } from './load-seed.ts'
import { parseSettings } from './settings.ts'

// sysexits.h: EX_CONFIG
const wrongConfiguration = 78

/** Runs an emulator as these arguments of a command line say, until the process is told to end. */
export async function runEmulator(args: readonly string[]): Promise<void> {
  const emulator = await start(args)
  console.log(`Amazon Connect Cases emulator: ${emulator.url}`)
  const example = cliExample(emulator.seed, emulator.url)
  if (example !== null) console.log(`\n${example}\n`)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void emulator.close().then(() => process.exit(0)))
  }
}

async function start(args: readonly string[]): Promise<Emulator> {
  const reading = parseSettings(args)
  if (!reading.ok) return stop(reading.message, wrongConfiguration)
  const { port, seedFile, dataFile, events } = reading.settings
  const loading = loadSeed(seedFile ?? defaultSeedFile)
  if (!loading.ok) return stop(loading.message, wrongConfiguration)
  const { seed } = loading
  const opening = dataFile === null ? null : await openJournal(dataFile, seed)
  if (opening?.ok === false) return stop(opening.message, wrongConfiguration)
  try {
    return await createEmulator({ seed, port, events, ...(opening === null ? {} : { journal: opening.journal }) })
  } catch (error) {
    return stop(`Port ${port} cannot be had: ${error instanceof Error ? error.message : error}`, 1)
  }
}

function stop(message: string, code: number): never {
  console.error(message)
  process.exit(code)
}
