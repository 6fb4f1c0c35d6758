import { ccpOf } from '../support/ccp.ts'
import { atMost, type Figure, figure } from '../support/figure.ts'
import { seedFor, shiftContacts } from './agent-shift.ts'
import { calls, chats, shiftScript, type Work } from './shift-script.ts'
import { openStage, type Side } from './stage.ts'
import { round } from './statistics.ts'

const fullLog = 1_000
const seed = 1
const contacts = shiftContacts(seed)
const works = { chats, calls }

/** The requests that Cases gets for one agent's shift: the same script on the panel's page and on the usual one. */
export async function shiftFigures(): Promise<Figure[]> {
  const stage = await openStage()
  const shifts: Shift[] = []
  // One after the other: a page is built in one place, whoever shows it.
  for (const [name, work] of Object.entries(works)) {
    const panel = await stage.side('panel', seedFor(contacts))
    shifts.push({ name, work, panel, usual: await stage.side('usual', seedFor(contacts)) })
  }
  const figures = await Promise.all(shifts.map(figuresOf))
  await stage.close()
  return figures.flat()
}

interface Shift {
  readonly name: string
  readonly work: Work
  readonly panel: Side
  readonly usual: Side
}

async function figuresOf({ name, work, ...sides }: Shift): Promise<Figure[]> {
  const [panel, usual] = await Promise.all([requestsOf(sides.panel, work), requestsOf(sides.usual, work)])
  const lists = (operations: readonly string[]) => operations.filter((each) => each === 'ListCasesForContact').length
  const ratio = round(panel.length / usual.length)
  return [
    figure(`requests to Cases for a shift of ${name}, ours by usual`, ratio, atMost(1 / 20)),
    figure('  ours', panel.length, null),
    figure('  ours, lists only', lists(panel), null),
    figure('  usual', usual.length, null),
    figure('  usual, lists only', lists(usual), null),
  ]
}

/** The operations of Cases that were asked for. */
async function requestsOf(side: Side, work: Work): Promise<readonly string[]> {
  const page = await side.open()
  const ccp = await ccpOf(page)
  await page.waitForFunction('globalThis.connect?.agent.initialized')
  await ccp.play([...shiftScript(contacts, work, seed)])
  const operations = side.operationsOfCases()
  if (operations.length >= fullLog) throw new Error('The emulator keeps no more calls: make the shift shorter.')
  return operations
}
