import { writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import type { Locator, Page } from 'playwright-core'
import { type Desktop, startDesktop } from '../support/desktop.ts'
import { contactWithCases } from '../support/emulator.ts'
import { installStopwatch, type MeasuredContact, ringUntilPainted, switchUntilPainted } from './rows-painted.ts'
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
  return { page, ready: readyOf(page), contact: measuredContact(desktop, 10) }
}

function measuredContact({ emulator }: Desktop, cases: number): MeasuredContact {
  const { contactArn, caseIds } = contactWithCases(emulator.seed, cases)
  return { contactId: contactArn.split('/').at(-1) ?? '', caseId: caseIds[0] ?? '' }
}

async function ring({ page, contact }: Side): Promise<number> {
  return (await ringUntilPainted(page, contact)).ms
}

/** The first contact after the page was loaded: nothing is warm, the templates are not there yet. */
async function reloadAndRing({ page, contact, ready }: Side): Promise<number> {
  await page.reload()
  await ready.waitFor()
  return (await ringUntilPainted(page, contact)).ms
}

/** Switches to a contact whose cases were read while it rang. */
async function switchToKnown(desktop: Desktop, { page, contact }: Side) {
  const times: number[] = []
  const frames: number[] = []
  const other = measuredContact(desktop, 3)
  for (let i = 0; i < runs; i++) {
    const read = page.waitForResponse((response) => response.url().endsWith('/list-cases-for-contact'))
    const painted = await switchUntilPainted(page, contact, other, async () => (await read).finished())
    times.push(painted.ms)
    frames.push(painted.frames)
  }
  return { name: 'the agent switches to a contact read while it rang', ms: summarise(times), frames: summarise(frames) }
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
const known = await switchToKnown(desktops[0], sides[0])
for (const desktop of desktops) await desktop.close()

const machine = `${cpus().length} × ${cpus()[0]?.model}, Node ${process.version}`
console.log(`\n${machine}; medians of ${runs} runs in turns (min–max), milliseconds\n`)
console.table(
  Object.fromEntries(
    measures.map(({ name, panel, bare, ratio }) => [name, { panel: inWords(panel), bare: inWords(bare), ratio }]),
  ),
)
console.log(`${known.name} → its rows are painted: ${inWords(known.ms)} ms, in frame ${inWords(known.frames)}`)
if (json !== undefined) writeFileSync(json, `${JSON.stringify({ machine, measures, known }, null, 2)}\n`)

function inWords({ median, min, max }: Summary): string {
  return `${median} (${min}–${max})`
}
