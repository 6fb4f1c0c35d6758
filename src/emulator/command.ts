import { cliExample } from './cli-example.ts'
import { createEmulator, type Emulator } from './emulator.ts'
import { openJournal } from './journal/journal.ts'
import { loadKeys } from './load-keys.ts'
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
  const { port, seedFile, dataFile, keysFile, events, switches, faults } = reading.settings
  const loading = loadSeed(seedFile ?? defaultSeedFile)
  if (!loading.ok) return stop(loading.message, wrongConfiguration)
  const { seed } = loading
  const keys = keysFile === null ? null : loadKeys(keysFile)
  if (keys?.ok === false) return stop(keys.message, wrongConfiguration)
  const opening = dataFile === null ? null : await openJournal(dataFile, seed)
  if (opening?.ok === false) return stop(opening.message, wrongConfiguration)
  try {
    const emulator = await createEmulator({
      ...{ seed, port, events, ...switches },
      ...(keys === null ? {} : { keys: keys.value }),
      ...(opening === null ? {} : { journal: opening.journal }),
    })
    for (const fault of faults) emulator.faults.add(fault)
    return emulator
  } catch (error) {
    return stop(`Port ${port} cannot be had: ${error instanceof Error ? error.message : error}`, 1)
  }
}

function stop(message: string, code: number): never {
  console.error(message)
  process.exit(code)
}
