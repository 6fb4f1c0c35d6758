import { writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import type { Locator, Page } from 'playwright-core'
import { type Desktop, startDesktop } from '../support/desktop.ts'
import { contactWithCases } from '../support/emulator.ts'
import { installStopwatch, type MeasuredContact, ringUntilPainted } from './rows-painted.ts'
import { round, type Summary, summarise } from './statistics.ts'

// `npm run bench [-- --json FILE]`: the built page beside a bare one, in one browser, in turns, on loopback.

const runs = 20
const { json } = parseArgs({ options: { json: { type: 'string' } } }).values

interface Measure {
  readonly name: string
  readonly panel: Summary
  readonly bare: Summary
  /** Of the medians. */
  readonly ratio: number
}

async function inTurns(name: string, run: (side: Side) => Promise<number>, sides: readonly [Side, Side]) {
  const times: [number[], number[]] = [[], []]
  for (let i = 0; i < runs; i++) {
    times[0].push(await run(sides[0]))
    times[1].push(await run(sides[1]))
  }
  const [panel, bare] = [summarise(times[0]), summarise(times[1])]
  return { name, panel, bare, ratio: round(panel.median / bare.median) } satisfies Measure
}

interface Side {
  readonly page: Page
  /** Is there once the page waits for a contact. */
  readonly ready: Locator
  readonly contact: MeasuredContact
}

async function openSide(desktop: Desktop, readyOf: (page: Page) => Locator): Promise<Side> {
  const page = await desktop.openPage(undefined, installStopwatch)
  const { contactArn, caseIds } = contactWithCases(desktop.emulator.seed, 10)
  return {
    page,
    ready: readyOf(page),
    contact: { contactId: contactArn.split('/').at(-1) ?? '', caseId: caseIds[0] ?? '' },
  }
}

async function ring({ page, contact }: Side): Promise<number> {
  return ringUntilPainted(page, contact)
}

/** The first contact after the page was loaded: nothing is warm, the templates are not there yet. */
async function reloadAndRing({ page, contact, ready }: Side): Promise<number> {
  await page.reload()
  await ready.waitFor()
  return ringUntilPainted(page, contact)
}

const desktops = [await startDesktop({}, 'dist/page'), await startDesktop({}, 'test/bench/bare')] as const
const sides = [
  await openSide(desktops[0], (page) => page.getByText('No contact')),
  await openSide(desktops[1], (page) => page.locator('iframe')),
] as const
for (const side of sides) await ring(side)
const measures = [
  await inTurns('a contact rings → its ten rows are painted', ring, sides),
  await inTurns('the same, first contact after loading the page', reloadAndRing, sides),
]
for (const desktop of desktops) await desktop.close()

const machine = `${cpus().length} × ${cpus()[0]?.model}, Node ${process.version}`
console.log(`\n${machine}; medians of ${runs} runs in turns (min–max), milliseconds\n`)
console.table(
  Object.fromEntries(
    measures.map(({ name, panel, bare, ratio }) => [name, { panel: inWords(panel), bare: inWords(bare), ratio }]),
  ),
)
if (json !== undefined) writeFileSync(json, `${JSON.stringify({ machine, measures }, null, 2)}\n`)

function inWords({ median, min, max }: Summary): string {
  return `${median} (${min}–${max})`
}
