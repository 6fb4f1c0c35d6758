import { exactly, type Figure, figure } from '../../support/figure.ts'
import type { Watched } from './panel-watch.ts'
import type { Trouble } from './troubles.ts'
import type { Healed } from './true-state.ts'

/** What came of one trouble. */
export interface Outcome {
  readonly trouble: Trouble
  /** On the desk, in words. */
  readonly happened: readonly string[]
  readonly healed: Healed
  readonly watched: Watched
}

export function printOutcome({ trouble, happened, healed, watched }: Outcome): void {
  const pressed = healed.presses.map((name) => `, after a press of "${name}"`).join('')
  const end = healed.fault ?? `true after ${healed.seconds.toFixed(1)} s${pressed}`
  console.log(`  chaos: ${trouble.name} (${happened.join('; ')}): ${end}`)
  for (const stranger of watched.strangers) console.log(`    A case of another contact: ${stranger}`)
}

/** What the panel said, by kinds of trouble. */
export function printSentences(outcomes: readonly Outcome[]): void {
  for (const [trouble, said] of sentencesOf(outcomes)) {
    console.log(`\n  When ${trouble.name}, the panel says:`)
    for (const sentence of said) console.log(`    ${sentence}`)
  }
}

export function figuresOf(outcomes: readonly Outcome[]): readonly Figure[] {
  const count = (holds: (outcome: Outcome) => boolean) => outcomes.filter(holds).length
  const untold = [...sentencesOf(outcomes)].filter(
    ([{ says }, said]) => says && ![...said].some((one) => says.test(one)),
  )
  return [
    figure('troubles gone through', outcomes.length, null),
    figure(
      'after which the panel was not true again',
      count(({ healed }) => healed.fault !== null),
      exactly(0),
    ),
    figure('after which it needed a press of "Try again"', count(needsPress), exactly(0)),
    figure(
      'with a case under the name of another contact',
      count(({ watched }) => watched.strangers.length > 0),
      exactly(0),
    ),
    figure(
      'with an empty panel',
      count(({ watched }) => watched.blanks > 0),
      exactly(0),
    ),
    figure('kinds of trouble that the panel did not name', untold.length, exactly(0)),
    figure('longest way back', Math.max(...outcomes.map(({ healed }) => healed.seconds)), null, 's'),
  ]
}

function needsPress({ healed }: Outcome): boolean {
  return healed.presses.includes('Try again')
}

function sentencesOf(outcomes: readonly Outcome[]): ReadonlyMap<Trouble, ReadonlySet<string>> {
  const said = new Map<Trouble, Set<string>>()
  for (const { trouble, watched } of outcomes) {
    said.set(trouble, new Set([...(said.get(trouble) ?? []), ...watched.sentences]))
  }
  return said
}
