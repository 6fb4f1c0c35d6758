#!/usr/bin/env node
// `npx connect-contact-cases COMMAND …`
import { fileURLToPath } from 'node:url'

interface Command {
  readonly does: string
  /** Each is loaded only when it is called. It knows its options, and `--help`. */
  readonly load: () => Promise<(args: readonly string[]) => Promise<void>>
}

const commands = new Map<string, Command>([
  [
    'server',
    { does: "serves the panel's page and its API", load: async () => (await import('./server/command.ts')).runServer },
  ],
  [
    'emulator',
    {
      does: 'answers as Amazon Connect Cases does, for development and tests',
      load: async () => (await import('./emulator/command.ts')).runEmulator,
    },
  ],
  [
    'simulator',
    { does: "stands for Amazon's softphone and agent workspace, for development and tests", load: loadSimulator },
  ],
  [
    'setup',
    {
      does: 'lets Amazon Connect show the panel',
      load: async () => (await import('./setup/command.ts')).runSetup,
    },
  ],
  [
    'doctor',
    {
      does: 'checks a running deployment from outside',
      load: async () => (await import('./doctor/command.ts')).runDoctor,
    },
  ],
])

async function loadSimulator() {
  const { runSimulator } = await import('./simulator/command.ts')
  const { createSimulator } = await import('./simulator/index.ts')
  const { defaultSeedFile } = await import('./emulator/load-seed.ts')
  const defaultSeedPath = fileURLToPath(defaultSeedFile)
  return (args: readonly string[]) => runSimulator(args, { createSimulator, defaultSeedPath })
}

const usage = `Usage: connect-contact-cases COMMAND

${[...commands].map(([name, { does }]) => `  ${name.padEnd(10)} ${does}`).join('\n')}

COMMAND --help says what a command takes.`

async function run([name = '', ...args]: readonly string[]): Promise<void> {
  if (name === '--help') return console.log(usage)
  const command = commands.get(name)
  if (command === undefined) {
    console.error(usage)
    process.exit(64) // sysexits.h: EX_USAGE
  }
  const runCommand = await command.load()
  await runCommand(args)
}

void run(process.argv.slice(2))
