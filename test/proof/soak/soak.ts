import type { CDPSession, Page } from 'playwright-core'
import { createEmulator } from '../../../src/emulator/emulator.ts'
import { readSettings } from '../../../src/server/env.ts'
import { startServer } from '../../../src/server/start-server.ts'
import { createSimulator } from '../../../src/simulator/simulator.ts'
import { setup as buildPage, pageDirectory } from '../../support/build-page.ts'
import { ccpFrame } from '../../support/ccp.ts'
import { atMost, type Figure, figure } from '../../support/figure.ts'
import { manyContacts } from '../../support/many-contacts.ts'
import { launchTestBrowser } from '../../support/test-browser.ts'
import { countKept, levelsOf, type PageLevels } from './page-levels.ts'

interface Settings {
  readonly contacts: number
}

/** The level is taken after so many: by then everything is loaded, compiled and warm. */
const warmUp = 100

/** Contacts one after the other through the built page in a real Chromium: what is still there when they are gone. */
export async function soak({ contacts }: Settings): Promise<readonly Figure[]> {
  await buildPage()
  const desk = await openDesk(contacts)
  try {
    const startedAt = performance.now()
    const levels: [number, PageLevels][] = []
    for (let n = 0; n < contacts; n++) {
      await desk.ring(n)
      if (n + 1 !== warmUp && (n + 1) % 1000 !== 0 && n + 1 !== contacts) continue
      await desk.clear()
      levels.push([n + 1, await levelsOf(desk.page, desk.cdp)])
      console.log(`  soak: ${n + 1} contacts, ${JSON.stringify(levels.at(-1)?.[1])}`)
    }
    return figuresOf(levels, (performance.now() - startedAt) / 1000)
  } finally {
    await desk.close()
  }
}

function figuresOf(levels: readonly [number, PageLevels][], seconds: number): readonly Figure[] {
  const [[first, before], [last, after]] = [levels[0], levels.at(-1)] as const as [
    [number, PageLevels],
    [number, PageLevels],
  ]
  const ratio = (name: string, of: keyof PageLevels) =>
    figure(`${name}, after ${last} contacts against after ${first}`, after[of] / before[of], atMost(1.05))
  const perContact = (of: keyof PageLevels) => (after[of] - before[of]) / (last - first)
  const sum = (of: keyof PageLevels) => levels.reduce((total, [, each]) => total + each[of], 0)
  return [
    figure('contacts that came and went', last, null),
    figure('time it took', Math.round(seconds), null, 's'),
    ratio('objects on the heap', 'objectBytes'),
    figure('bytes of them that stay of each contact', perContact('objectBytes'), null),
    figure('bytes of heap that stay, compiled code among them', perContact('heapBytes'), null),
    figure('log entries of each contact that Streams keeps', sum('logEntries') / last, null),
    ratio('nodes', 'nodes'),
    ratio('event listeners', 'listeners'),
    ratio('documents', 'documents'),
    ratio('timers', 'timers'),
    ratio('queries in memory', 'queries'),
  ]
}

interface SoakDesk {
  readonly page: Page
  readonly cdp: CDPSession
  /** Takes the contact that is there to its end, lets the next one ring, and waits for its cases. */
  ring(n: number): Promise<void>
  /** Takes the last contact to its end. */
  clear(): Promise<void>
  close(): Promise<void>
}

async function openDesk(contacts: number): Promise<SoakDesk> {
  const { seed } = manyContacts(contacts)
  const emulator = await createEmulator({ seed, quotas: 'off' })
  const simulator = await createSimulator({ seed: { ...seed, domains: [] } })
  const settings = readSettings({ AWS_ENDPOINT_URL_CONNECTCASES: emulator.url, PORT: '0', QUOTAS: 'off' })
  if (!settings.ok) throw new Error(settings.problem)
  const everyHost = { region: seed.region, domainId: 'domain', apiBaseUrl: '/api', autoLoadMore: false }
  const server = await startServer({
    ...{ settings: settings.value, pageDirectory, log: () => {} },
    pageConfig: { host: 'streams', ccpUrl: simulator.ccpUrl, ...everyHost },
  })
  const browser = await launchTestBrowser()
  const page = await browser.newPage()
  await page.clock.install()
  await countKept(page)
  await page.addInitScript(waiting)
  await page.goto(server.url)
  const ccp = await ccpFrame(page)
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('Performance.enable')
  await page.getByText('No contact').waitFor()
  return {
    page,
    cdp,
    async ring(n) {
      await ccp.evaluate(turn, `contact-${n}`)
      await page.evaluate((number) => globalThis.untilCase(number), n)
    },
    async clear() {
      await ccp.evaluate(turn, null)
      await page.evaluate(() => globalThis.untilCase(null))
    },
    async close() {
      await browser.close()
      await Promise.all([server.close(), simulator.close(), emulator.close()])
    },
  }
}

// Runs in the softphone: as few round trips as can be.
function turn(next: string | null): void {
  const { simulator } = globalThis
  for (const { contactId } of simulator.state().contacts) {
    for (const step of ['accept', 'connect', 'end', 'close'] as const) simulator[step](contactId)
  }
  if (next !== null) simulator.incoming({ channel: 'chat', contactId: next })
}

// Runs in the page, by frames, which the panel draws in as well; null: until there is no case. One text for all
// contacts: the page keeps what it compiled, and every selector that it was ever asked for.
const waiting = `globalThis.untilCase = async (number) => {
  const isThere = () => {
    const row = document.querySelector('[data-case-id]')
    if (row === null || number === null) return row === null && number === null
    return row.dataset.caseId === 'case-' + number && row.textContent.includes('Case ' + number)
  }
  while (!isThere()) await new Promise(requestAnimationFrame)
}`

declare global {
  // Only `var` declares a member of globalThis.
  var untilCase: (number: number | null) => Promise<void>
}
