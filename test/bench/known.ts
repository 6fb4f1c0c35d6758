import type { Page } from 'playwright-core'
import { type Ccp, ccpOf } from '../support/ccp.ts'
import { atMost, exactly, type Figure, figure } from '../support/figure.ts'
import { medianOf, spreadFigure } from './in-turns.ts'
import { measuredContact, putAway, ringUntilPainted } from './measured-contact.ts'
import { openStage } from './stage.ts'
import { type Painted, timeUntilPainted } from './stopwatch.ts'

const contact = measuredContact(10)
const other = measuredContact(3)
const ringsForMs = 1_000

/** What is on screen, and how many requests the page sent for it. */
interface Known extends Painted {
  readonly requests: number
}

/** What the panel knows already: a contact that is accepted after a second, and one that the agent switches to. */
export async function knownFigures(runs: number): Promise<Figure[]> {
  const stage = await openStage()
  const page = await (await stage.side('panel')).open()
  const ccp = await ccpOf(page)
  const accepts: Known[] = []
  const switches: Known[] = []
  for (let run = 0; run < runs; run++) {
    await ringUntilPainted(page, contact)
    await page.waitForTimeout(ringsForMs)
    accepts.push(await accept(page, ccp))
    switches.push(await switchAway(page, ccp))
    await putAway(page, contact)
  }
  await stage.close()
  return [
    ...knownFiguresOf('accept → rows painted, when it rang for 1 s before', accepts),
    ...knownFiguresOf('switch between two known contacts → rows painted', switches),
  ]
}

function accept(page: Page, ccp: Ccp): Promise<Known> {
  const selector = `.contact-cases-contact:has(.contact-cases-shape-connected):has(${contact.row})`
  const wait = { event: 'agent::update', contactId: contact.contactId, phase: 'connected', selector } as const
  // The softphone connects a moment after the press; the panel follows what it says, so that is what is waited for.
  return countingRequests(page, () => timeUntilPainted(page, wait, () => ccp.accept(contact.contactId)))
}

/** Rings another beside the one that is on screen, and switches to it once its cases are read. */
async function switchAway(page: Page, ccp: Ccp): Promise<Known> {
  const details = page.waitForResponse((response) => response.url().endsWith('/case-details'))
  await ccp.incoming({ channel: 'chat', contactId: other.contactId })
  await (await details).finished()
  await ccp.view(contact.contactId)
  await page.locator(contact.row).waitFor()
  const wait = { event: 'contact::view', contactId: other.contactId, phase: null, selector: other.row } as const
  const known = await countingRequests(page, () => timeUntilPainted(page, wait, () => ccp.view(other.contactId)))
  await ccp.view(contact.contactId)
  await putAway(page, other)
  return known
}

async function countingRequests(page: Page, measured: () => Promise<Painted>): Promise<Known> {
  let requests = 0
  const count = () => {
    requests += 1
  }
  page.on('request', count)
  const painted = await measured()
  // What the page asks for afterwards, because of it, counts too.
  await page.waitForTimeout(100)
  page.off('request', count)
  return { ...painted, requests }
}

function knownFiguresOf(name: string, known: readonly Known[]): Figure[] {
  const requests = known.reduce((sum, each) => sum + each.requests, 0)
  const frames = known.map((each) => each.frames)
  return [
    figure(`${name}: frames`, medianOf(frames), atMost(1)),
    figure('  the most frames', Math.max(...frames), null),
    spreadFigure(
      '  the time of it',
      known.map(({ ms }) => ms),
    ),
    figure('  requests', requests, exactly(0)),
  ]
}
