import { cliLine, cliScript } from './cli-line.ts'
import { leftToDo } from './left-to-do.ts'
import type { Caller } from './make-call.ts'
import { makePlan } from './plan.ts'
import { fail, type Result, succeed } from './result.ts'
import type { Step } from './steps/step.ts'
import type { Wishes } from './wishes.ts'

export interface SetUpDeps {
  readonly caller: Caller
  /** Tells a person. */
  say(text: string): void
  /** Gives a shell its commands. */
  print(script: string): void
  /** Whether the person who was shown the calls wants them made. */
  goesOn(): Promise<boolean>
}

const unchanged = 'Nothing was changed.'

/** Makes everything as it is wished for, and leaves alone what is so already; a dry run prints what it would call. */
export async function setUp(wishes: Wishes, isDryRun: boolean, deps: SetUpDeps): Promise<Result<void>> {
  const { caller, say, print, goesOn } = deps
  say('Reading how it is:')
  const plan = await makePlan(caller.ask, wishes)
  if (!plan.ok) return fail(`${plan.message}\n${unchanged}`)
  const { instance, steps } = plan.value
  say(`\n${steps.map((step) => shown(step, wishes.region)).join('\n')}`)
  const writes = steps.flatMap((step) => step.writes)
  if (isDryRun) {
    if (writes.length > 0) print(cliScript(writes, wishes.region))
  } else if (writes.length > 0) {
    if (!(await goesOn())) return fail(unchanged)
    const made = await makeWrites(steps, deps)
    if (!made.ok) return made
  }
  say(`\n${leftToDo(wishes, instance)}`)
  return succeed(undefined)
}

async function makeWrites(steps: readonly Step[], { caller, say }: SetUpDeps): Promise<Result<void>> {
  for (const { title, writes } of steps.filter((step) => step.writes.length > 0)) {
    for (const call of writes) {
      const made = await caller.write(call)
      if (!made.ok) return fail(`${made.message}\nWhat was done before it stays. Run this again for the rest.`)
    }
    say(`Done: ${title}.`)
  }
  return succeed(undefined)
}

function shown({ title, writes }: Step, region: string): string {
  if (writes.length === 0) return `Is so: ${title}.`
  return [`To do: ${title}.`, ...writes.map((call) => `  ${cliLine(call, region)}`)].join('\n')
}
