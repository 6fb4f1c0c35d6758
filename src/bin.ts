#!/usr/bin/env node
// `npx connect-contact-cases COMMAND …`

type Command = (args: readonly string[]) => Promise<void>

// Each is loaded only when it is called.
const commands = new Map<string, () => Promise<Command>>([
  ['doctor', async () => (await import('./doctor/command.ts')).runDoctor],
  ['emulator', async () => (await import('./emulator/command.ts')).runEmulator],
  ['setup', async () => (await import('./setup/command.ts')).runSetup],
])

async function run([name = '', ...args]: readonly string[]): Promise<void> {
  const load = commands.get(name)
  if (load === undefined) {
    console.error(`The commands are: ${[...commands.keys()].join(', ')}`)
    process.exit(64) // sysexits.h: EX_USAGE
  }
  const command = await load()
  await command(args)
}

void run(process.argv.slice(2))
