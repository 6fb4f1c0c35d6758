import { createRandom } from '../../../src/simulator/desk/random.ts'
import { setup as buildPage } from '../../support/build-page.ts'
import { exactly, type Figure, figure } from '../../support/figure.ts'
import { type ChaosDesk, openChaosDesk } from './chaos-desk.ts'
import { createCompany } from './company.ts'
import { figuresOf, type Outcome, printOutcome, printSentences } from './outcomes.ts'
import { takeWatched } from './panel-watch.ts'
import { type Trouble, troubles } from './troubles.ts'
import { becomesTrue } from './true-state.ts'

interface Settings {
  readonly minutes: number
  /** The same seed has the same contacts, moves and troubles in the same order; not the same milliseconds. */
  readonly seed: number
}

/** A shift in a real Chromium, in which everything goes wrong, again and again: what the panel says, and where it ends. */
export async function chaos({ minutes, seed }: Settings): Promise<readonly Figure[]> {
  await buildPage()
  const desk = await openChaosDesk(createCompany(seed, 500), seed)
  let loads = 0
  desk.page.on('framenavigated', (frame) => void (frame === desk.page.mainFrame() && loads++))
  const errors: string[] = []
  desk.page.on('pageerror', (error) => void errors.push(error.message))
  const outcomes: Outcome[] = []
  const endsAt = Date.now() + minutes * 60_000
  const random = createRandom(seed)
  try {
    do {
      for (const trouble of shuffled(troubles, random)) {
        if (Date.now() > endsAt && outcomes.length >= troubles.length) break
        const outcome = await goThrough(trouble, desk)
        printOutcome(outcome)
        outcomes.push(outcome)
      }
    } while (Date.now() < endsAt)
  } finally {
    await desk.close()
  }
  printSentences(outcomes)
  for (const error of errors) console.log(`  The page had an error: ${error}`)
  return [
    ...figuresOf(outcomes),
    figure('loads of the page', loads, exactly(0)),
    figure('uncaught errors of the page', errors.length, exactly(0)),
  ]
}

/** The desk goes on while something is wrong: at last a contact rings that the agent looks at. */
async function goThrough(trouble: Trouble, desk: ChaosDesk): Promise<Outcome> {
  const { page, shift } = desk
  await takeWatched(page)
  const happened = [await shift.move()]
  await trouble.begin(desk)
  const overAt = Date.now() + trouble.seconds * 1000
  happened.push(await shift.move(), await shift.ring())
  await new Promise((resolve) => setTimeout(resolve, Math.max(0, overAt - Date.now())))
  await trouble.end(desk)
  const healed = await becomesTrue(desk)
  return { trouble, happened, healed, watched: await takeWatched(page) }
}

function shuffled<Item>(items: readonly Item[], random: () => number): Item[] {
  return items
    .map((item) => ({ item, at: random() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ item }) => item)
}
