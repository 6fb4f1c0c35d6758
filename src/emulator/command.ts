import { cliExample } from './cli-example.ts'
import { createEmulator, type Emulator } from './emulator.ts'
import { openJournal } from './journal/journal.ts'
import { loadKeys } from './load-keys.ts'
import { defaultSeedFile, loadSeed } from './load-seed.ts'
import { parseSettings } from './settings.ts'

// sysexits.h: EX_CONFIG
const wrongConfiguration = 78

const help = `Usage: connect-contact-cases emulator [OPTION…]

Answers as Amazon Connect Cases does, for development and tests.

  --port PORT              the port to listen on; 4710
  --seed FILE              what it starts with; the small company
  --data FILE              keeps every change there
  --events URL             posts the event of each change there; may be given more than once
  --quotas on|off|JSON     the account's requests a second; on
  --latency MS|JSON        how long answers take
  --link-delay MS          how long ListCasesForContact does not see a new link; 0
  --token-lifetime MS      page tokens older than this are refused
  --fault JSON             a failure; may be given more than once
  --keys FILE              checks SigV4 signatures with these keys`

/** Runs an emulator as these arguments of a command line say, until the process is told to end. */
export async function runEmulator(args: readonly string[]): Promise<void> {
  if (args.includes('--help')) return console.log(help)
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
