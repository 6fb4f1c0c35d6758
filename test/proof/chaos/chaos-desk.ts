import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CDPSession, Locator, Page } from 'playwright-core'
import { createEmulator, type Emulator } from '../../../src/emulator/emulator.ts'
import { createSimulator } from '../../../src/simulator/simulator.ts'
import { pageDirectory } from '../../support/build-page.ts'
import { ccpOf } from '../../support/ccp.ts'
import { pageClientId, resource, startOidcProvider } from '../../support/oidc-provider.ts'
import { signInAs } from '../../support/sign-in-desktop.ts'
import { launchTestBrowser } from '../../support/test-browser.ts'
import type { Company } from './company.ts'
import { type KillableServer, startKillableServer } from './killable-server.ts'
import { watchPanel } from './panel-watch.ts'
import { redeployPage } from './redeploy-page.ts'
import { createShift, type Shift } from './shift.ts'

/** A desktop of which every part can be broken. */
export interface ChaosDesk {
  readonly page: Page
  readonly panel: Locator
  /** Chromium's own levers. */
  readonly cdp: CDPSession
  readonly shift: Shift
  readonly emulator: Emulator
  readonly server: KillableServer
  readonly provider: Awaited<ReturnType<typeof startOidcProvider>>
  /** The server again, with the next version of the page and other settings in it. */
  deploy(): Promise<void>
  /** Once the server knows the keys that the provider has now. */
  serverKnowsKeys(): Promise<void>
  close(): Promise<void>
}

/** Everything as it is deployed: the built page, a server in its own process, a real provider, a real Chromium. */
export async function openChaosDesk(company: Company, seed: number): Promise<ChaosDesk> {
  const directory = await mkdtemp(join(tmpdir(), 'chaos-'))
  const emulator = await createEmulator({ seed: company.seed, quotas: 'off' })
  const simulator = await createSimulator({ seed: { ...company.seed } })
  const provider = await startOidcProvider(['ann', 'bob'])
  const configFile = join(directory, 'config.json')
  const configure = (changes: object) =>
    writeFile(
      configFile,
      JSON.stringify({
        ...{ host: 'streams', ccpUrl: simulator.ccpUrl, region: company.seed.region, domainId: company.domainId },
        auth: { issuer: provider.issuer, clientId: pageClientId, resource },
        ...changes,
      }),
    )
  await configure({})
  const server = await startKillableServer({
    ...{ AWS_ENDPOINT_URL_CONNECTCASES: emulator.url, AWS_ENDPOINT_URL_CONNECT: emulator.url, QUOTAS: 'off' },
    ...{ OIDC_ISSUER: provider.issuer, OIDC_AUDIENCE: resource },
    INSTANCES: JSON.stringify({ [company.instanceArn]: company.domainId }),
    ...{ PAGE_CONFIG: configFile, PAGE_DIRECTORY: pageDirectory },
  })
  provider.allowPage(server.url)
  const browser = await launchTestBrowser()
  // So high that every case is in sight, and so in the document.
  const page = await browser.newPage({ viewport: { width: 1200, height: 2600 } })
  await watchPanel(page, Object.fromEntries(company.contacts.map(({ contactId, caseIds }) => [contactId, caseIds])))
  // Time goes on as usual, until the laptop sleeps.
  await page.clock.install()
  await page.goto(server.url)
  const panel = page.getByRole('region', { name: 'Contact cases' })
  await signInAs('ann', { page, panel })
  const ccp = await ccpOf(page)
  await panel.getByText('No contact').waitFor()
  let version = 0
  return {
    ...{ page, panel, emulator, server, provider },
    cdp: await page.context().newCDPSession(page),
    shift: createShift(seed, {
      ...{ ccp, contacts: company.contacts },
      async place({ contactId, initialContactId }, state) {
        const body = JSON.stringify({ contactId, initialContactId, agentUserId: state && 'user-ann', state })
        const answer = await fetch(`${emulator.url}/_emulator/api/contact`, { method: 'PUT', body })
        if (!answer.ok) throw new Error(await answer.text())
      },
    }),
    async deploy() {
      version += 1
      const next = join(directory, `page-${version}`)
      await redeployPage(pageDirectory, next, `VERSION${version % 10}`)
      await configure({ autoLoadMore: version % 2 === 1, caseUrlTemplate: `https://desk.example/${version}/{caseId}` })
      await server.kill()
      await server.start({ PAGE_DIRECTORY: next })
    },
    async serverKnowsKeys() {
      const authorization = `Bearer ${await provider.tokenOf('bob')}`
      const ask = async () =>
        (await fetch(`${server.url}/api/domains/d/templates`, { headers: { authorization } })).status
      while ((await ask()) === 401) await new Promise((resolve) => setTimeout(resolve, 500))
    },
    async close() {
      await browser.close()
      await server.kill()
      await Promise.all([emulator.close(), simulator.close(), provider.close()])
      await rm(directory, { recursive: true, force: true })
    },
  }
}
