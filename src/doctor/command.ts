import { createAsk } from './ask.ts'
import { optionTable, readOptions } from './doctor-options.ts'
import { examine, type Instruments } from './examine.ts'
import { report } from './report.ts'

const timeoutMs = 10_000
const wrongUsage = 64 // sysexits.h: EX_USAGE

/** Looks at a deployment as these arguments of a command line say, prints what it finds, and ends with 1 where something is wrong. */
export async function runDoctor(args: readonly string[]): Promise<void> {
  const reading = readOptions(args, process.env)
  if (reading.kind === 'help') return console.log(help())
  if (reading.kind === 'mistake') {
    console.error(reading.says)
    process.exitCode = wrongUsage
    return
  }
  const { options } = reading
  // The SDK takes its time to load, and most who ask do without.
  const askAws: Instruments['askAws'] = async (about) => (await import('./gather/aws-account.ts')).askAws(about)
  const askInstance: Instruments['askInstance'] = async (about) =>
    (await import('./gather/instance.ts')).askInstance(about)
  const findings = await examine(options, {
    ask: createAsk({ fetch, time: Date.now, timeoutMs }),
    time: Date.now,
    askAws,
    askInstance,
  })
  const hasColours = process.stdout.isTTY && !process.env['NO_COLOR']
  const of = options.page === null ? `with ${options.settingsFile}` : `at ${options.page}`
  console.log(options.json ? JSON.stringify(findings, null, 2) : report(of, findings, hasColours))
  process.exitCode = findings.some(({ outcome }) => outcome === 'wrong') ? 1 : 0
}

function help(): string {
  const options = Object.entries(optionTable)
  const widest = Math.max(...options.map(([option]) => option.length))
  return [
    'connect-contact-cases doctor PAGE [options]',
    'connect-contact-cases doctor --settings FILE [options]',
    '',
    'Looks at a deployment from outside, changes nothing, and says what is wrong and what to do.',
    '',
    ...options.map(([option, meaning]) => `  ${option.padEnd(widest)}  ${meaning}`),
    '',
    'Ends with 0 where all is good or a warning, with 1 where something is wrong, with 64 for a wrong option.',
  ].join('\n')
}
