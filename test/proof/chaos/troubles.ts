import { ccpFrame } from '../../support/ccp.ts'
import type { ChaosDesk } from './chaos-desk.ts'

/** Something that goes wrong for a while. */
export interface Trouble {
  readonly name: string
  /** How long it lasts, beside what happens on the desk meanwhile. */
  readonly seconds: number
  /** What the panel says meanwhile; null: it goes on as always, as far as the agent can see. */
  readonly says: RegExp | null
  begin(desk: ChaosDesk): Promise<void>
  end(desk: ChaosDesk): Promise<void>
}

const nothing = async () => {}
const goOn = { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: -1 } as const
const cut = { ...goOn, offline: true } as const
// As Chrome's DevTools had it: 400 kbit/s and 400 ms, of which the first answer of a connection takes several.
const slow3G = { offline: false, latency: 2000, downloadThroughput: 50_000, uploadThroughput: 50_000 } as const

const network = (conditions: typeof cut | typeof goOn | typeof slow3G) => async (desk: ChaosDesk) =>
  void (await desk.cdp.send('Network.emulateNetworkConditions', conditions))

const show =
  (state: 'visible' | 'hidden') =>
  async ({ page }: ChaosDesk) =>
    void (await page.evaluate(`(() => {
    for (const [name, value] of [['visibilityState', '${state}'], ['hidden', ${state === 'hidden'}]])
      Object.defineProperty(document, name, { configurable: true, get: () => value })
    document.dispatchEvent(new Event('visibilitychange'))
  })()`))

/** Every kind of trouble. */
export const troubles: readonly Trouble[] = [
  {
    name: 'the server is killed, and started again',
    seconds: 8,
    says: /server cannot be reached/,
    begin: ({ server }) => server.kill(),
    end: ({ server }) => server.start(),
  },
  { name: 'the network is gone', seconds: 8, says: /Offline/, begin: network(cut), end: network(goOn) },
  { name: 'the network is a slow 3G', seconds: 4, says: /Loading cases/, begin: network(slow3G), end: network(goOn) },
  { name: 'the softphone is loaded anew', seconds: 1, says: null, begin: reloadSoftphone, end: nothing },
  { name: 'nobody sees the tab', seconds: 3, says: null, begin: show('hidden'), end: show('visible') },
  {
    name: 'the laptop sleeps for an hour, and wakes up without a network',
    seconds: 3,
    says: /Offline/,
    begin: sleep,
    end: network(goOn),
  },
  {
    name: 'the access token is refused',
    seconds: 1,
    says: null,
    begin: ({ provider }) => provider.rotateKeys(),
    end: (desk) => desk.serverKnowsKeys(),
  },
  {
    name: 'the access token expires, and the session at the provider is over',
    seconds: 3,
    says: /sign-in has expired/,
    async begin({ provider, page }) {
      provider.endSessions()
      await page.clock.fastForward('05:00')
    },
    end: nothing,
  },
  {
    name: 'a new version of the page is deployed',
    seconds: 1,
    says: null,
    begin: (desk) => desk.deploy(),
    end: nothing,
  },
  {
    name: 'Cases refuses, as there are too many requests',
    seconds: 60,
    says: /too many requests/,
    begin: async ({ emulator }) => emulator.faults.add({ kind: 'throttled' }),
    end: async ({ emulator }) => emulator.faults.clear(),
  },
]

async function reloadSoftphone({ page }: ChaosDesk): Promise<void> {
  const frame = await ccpFrame(page)
  await frame.goto(frame.url())
}

/** Nothing runs while it sleeps; then the clock is ahead, and the network is not there yet. */
async function sleep(desk: ChaosDesk): Promise<void> {
  await network(cut)(desk)
  await desk.cdp.send('Page.setWebLifecycleState', { state: 'frozen' })
  await new Promise((resolve) => setTimeout(resolve, 500))
  await desk.cdp.send('Page.setWebLifecycleState', { state: 'active' })
  await desk.page.clock.fastForward('01:00:00')
}
