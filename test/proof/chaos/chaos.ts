import { createRandom } from '../../../src/simulator/desk/random.ts'
import { setup as buildPage } from '../../support/build-page.ts'
import { atLeast, exactly, type Figure, figure } from '../../support/figure.ts'
import { openChaosDesk } from './chaos-desk.ts'
import { createCompany } from './company.ts'
import { takeWatched } from './panel-watch.ts'
import { type Trouble, troublesOf } from './troubles.ts'
import { becomesTrue } from './true-state.ts'

interface Settings {
  readonly minutes: number
  readonly seed: number
  /** How long Cases refuses each time. */
  readonly throttledSeconds: number
}

/** What came of one trouble. */
interface Outcome {
  readonly trouble: string
  readonly seconds: number
  readonly presses: readonly string[]
  readonly fault: string | null
  readonly strangers: readonly string[]
  readonly blanks: number
}

/** A shift in a real Chromium, in which everything goes wrong once and again: what the panel says, and where it ends. */
export async function chaos({ minutes, seed, throttledSeconds }: Settings): Promise<readonly Figure[]> {
  await buildPage()
  const desk = await openChaosDesk(createCompany(seed, 500), seed)
  const reloads: string[] = []
  desk.page.on('framenavigated', (frame) => void (frame === desk.page.mainFrame() && reloads.push(frame.url())))
  const errors: string[] = []
  desk.page.on('pageerror', (error) => void errors.push(error.message))
  const outcomes: Outcome[] = []
  const sentences = new Map<string, Set<string>>()
  const endsAt = Date.now() + minutes * 60_000

  async function goThrough(trouble: Trouble): Promise<void> {
    await takeWatched(desk.page)
    console.log('begin', trouble.name)
    const happened = [await desk.shift.move()]
    await trouble.begin(desk)
    const overAt = Date.now() + trouble.seconds * 1000
    happened.push(await desk.shift.ring(), await desk.shift.move())
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, overAt - Date.now())))
    await trouble.end(desk)
    const healed = await becomesTrue(desk)
    const { strangers, blanks, sentences: said } = await takeWatched(desk.page)
    outcomes.push({ trouble: trouble.name, ...healed, strangers, blanks })
    sentences.set(trouble.name, new Set([...(sentences.get(trouble.name) ?? []), ...said]))
    const pressed = healed.presses.length > 0 ? `, after a press of "${healed.presses.join('", "')}"` : ''
    const end = healed.fault ?? `true after ${healed.seconds.toFixed(1)} s${pressed}`
    console.log(`  chaos: ${trouble.name} (${happened.join('; ')}): ${end}`)
    for (const stranger of strangers) console.log(`    A case of another contact: ${stranger}`)
  }

  try {
    const random = createRandom(seed)
    const troubles = troublesOf(throttledSeconds)
    do {
      for (const trouble of shuffled(troubles, random)) {
        if (Date.now() > endsAt && outcomes.length >= troubles.length) break
        await goThrough(trouble)
      }
    } while (Date.now() < endsAt)
  } finally {
    await desk.close()
  }

  for (const [trouble, said] of sentences) {
    console.log(`\n  While ${trouble}, the panel says:`)
    for (const sentence of said) console.log(`    ${sentence}`)
  }
  for (const error of errors) console.log(`  A page had an error: ${error}`)
  const count = (holds: (outcome: Outcome) => boolean) => outcomes.filter(holds).length
  return [
    figure(`troubles gone through (seed ${seed})`, outcomes.length, null),
    figure('kinds of trouble', sentences.size, atLeast(10)),
    figure(
      'troubles after which the panel was not true without a reload',
      count(({ fault }) => fault !== null),
      exactly(0),
    ),
    figure('loads of the page', reloads.length, exactly(0)),
    figure(
      'troubles with a case under another contact',
      count(({ strangers }) => strangers.length > 0),
      exactly(0),
    ),
    figure(
      'troubles after which the agent had to press "Try again"',
      count(({ presses }) => presses.includes('Try again')),
      exactly(0),
    ),
    figure(
      'troubles with an empty panel',
      count(({ blanks }) => blanks > 0),
      exactly(0),
    ),
    figure(
      'kinds of trouble of which the panel said nothing',
      [...sentences.values()].filter(({ size }) => size === 0).length,
      exactly(0),
    ),
    figure('uncaught errors of the page', errors.length, exactly(0)),
    figure('longest way back to the truth', Math.max(...outcomes.map(({ seconds }) => seconds)), null, 's'),
  ]
}

function shuffled<Item>(items: readonly Item[], random: () => number): Item[] {
  return items
    .map((item) => ({ item, at: random() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ item }) => item)
}
