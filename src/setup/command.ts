import { askMissing, askToGoOn } from './ask.ts'
import { createAwsServices } from './aws/aws-services.ts'
import { usualRegion } from './aws/connect.ts'
import type { AwsCall } from './aws-call.ts'
import { findMissing, findWrongOption } from './check-options.ts'
import { cliLine } from './cli-line.ts'
import { createCaller } from './make-call.ts'
import { setUp } from './set-up.ts'
import { type Given, helpText, readOptions } from './setup-options.ts'
import { readInstance, wishesOf } from './wishes.ts'

// sysexits.h: EX_USAGE
const wrongUsage = 64

/** Sets an Amazon Connect instance up for the panel, as these arguments of a command line say. */
export async function runSetup(args: readonly string[]): Promise<void> {
  const options = readOptions(args)
  if (!options.ok) return stop(options.message, wrongUsage)
  const given = options.value
  if (given.help) return console.log(helpText())
  const wrong = findWrongOption(given) ?? (process.stdin.isTTY ? null : whatNobodyCanBeAsked(given))
  if (wrong !== null) return stop(wrong, wrongUsage)
  const region = readInstance(given.instance ?? '')?.region ?? given.region ?? (await usualRegion())
  if (region === null) return stop('--region is missing: give it, or set AWS_REGION', wrongUsage)
  const onAsk = (call: AwsCall) => say(`  ${cliLine(call, region)}`)
  const caller = createCaller({ services: createAwsServices({ region }), onAsk })
  const whole = await askMissing({ ...given, region }, caller.ask)
  if (whole === null) return stop('Nothing was changed.', 1)
  const wrongAnswer = findWrongOption(whole) // what fits by itself may contradict another answer
  if (wrongAnswer !== null) return stop(wrongAnswer, wrongUsage)
  const wishes = wishesOf(whole, region)
  if (!wishes.ok) return stop(wishes.message, wrongUsage)
  const goesOn = async () => given.yes === true || (await askToGoOn())
  const done = await setUp(wishes.value, given['dry-run'] === true, { caller, say, print: console.log, goesOn })
  if (!done.ok) return stop(done.message, 1)
}

/** What is missing where nobody sits at the terminal, in one sentence; null: nothing is. */
function whatNobodyCanBeAsked(given: Given): string | null {
  const missing = findMissing(given)
  if (missing !== null) return `--${missing} is missing, and there is no terminal to ask at: give it`
  if (given.yes || given['dry-run']) return null
  return 'There is no terminal to ask at: give --yes to make the changes, or --dry-run to see them'
}

// Stdout is for the commands of a dry run, so that a shell can be fed with them.
function say(text: string): void {
  console.error(text)
}

function stop(message: string, code: number): never {
  console.error(message)
  process.exit(code)
}
