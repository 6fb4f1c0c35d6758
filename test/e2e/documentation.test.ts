import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { instanceArnIn } from '../../src/emulator/arns.ts'
import { ccpOf } from '../support/ccp.ts'
import { snippetOf } from '../support/documentation.ts'
import { type DocumentedPages, serveDocumentedPages } from '../support/documented-pages.ts'
import { defaultSeed } from '../support/emulator.ts'
import { pageClientId, resource, startOidcProvider } from '../support/oidc-provider.ts'
import { signInAs } from '../support/sign-in-desktop.ts'
import { contactIdWithCases, everyHost, type Stack, startStack } from '../support/stack.ts'
import { launchTestBrowser, type TestBrowser } from '../support/test-browser.ts'

const contactId = contactIdWithCases(3)
const softphone = '<div id="ccp" style="width: 320px; height: 480px"></div>'
const reactPage = (module: string) =>
  `${softphone}<div id="desktop"></div><script type="module" src="${module}"></script>`

let pages: DocumentedPages
let provider: Awaited<ReturnType<typeof startOidcProvider>>
let open: Stack
let guarded: Stack
let browser: TestBrowser

beforeAll(async () => {
  pages = await serveDocumentedPages()
  provider = await startOidcProvider(['bob'])
  provider.allowPage(pages.origin)
  const pageConfig = () => ({ host: 'workspace', ...everyHost }) as const
  const env = { ALLOWED_ORIGINS: pages.origin, FRAME_ANCESTORS: pages.origin }
  const auth = {
    OIDC_ISSUER: provider.issuer,
    OIDC_AUDIENCE: resource,
    INSTANCES: JSON.stringify({ [instanceArnIn(defaultSeed())]: everyHost.domainId }),
  }
  const users = [{ userId: 'user-bob', username: 'bob' }]
  open = await startStack({ pageConfig, env })
  guarded = await startStack({ pageConfig, env: { ...env, ...auth }, users })
  browser = await launchTestBrowser()
  await pages.build(files())
}, 120_000)

afterEach(() => browser.closePages())

afterAll(async () => {
  await browser.close()
  await Promise.all([pages.close(), provider.close(), open.close(), guarded.close()])
})

/** The snippets, with what a reader puts in: where the softphone, the server and the issuer are, and a contact. */
function files(): Record<string, string> {
  const [anywhere, react] = ['docs/embed-anywhere.md', 'docs/embed-react.md']
  const here = (code: string) =>
    code
      .replaceAll('http://127.0.0.1:4720', new URL(open.simulator.ccpUrl).origin)
      .replaceAll('http://127.0.0.1:8787', open.url)
      .replaceAll("'CONTACT'", `'${contactId}'`)
  const signedIn = (code: string) =>
    code
      .replaceAll('https://example.my.connect.aws/ccp-v2/', guarded.simulator.ccpUrl)
      .replaceAll("'https://login.example.com'", `'${provider.issuer}'`)
      .replaceAll("clientId: 'contact-cases'", `clientId: '${pageClientId}'`)
      .replaceAll("'https://cases.example.com/api'", `'${resource}'`)
      .replaceAll("'/api'", `'${guarded.url}/api'`)
      .replaceAll("'DOMAIN'", `'${everyHost.domainId}'`)
  return {
    'mount.html': snippetOf(anywhere, 'mount.html'),
    'mount.ts': here(snippetOf(anywhere, 'mount.ts')),
    'element.html': snippetOf(anywhere, 'element.html'),
    'element.ts': here(snippetOf(anywhere, 'element.ts')),
    'by-hand.html': reactPage('by-hand.tsx'),
    'by-hand.tsx': here(snippetOf(react, 'by-hand.tsx')),
    'desktop.html': reactPage('desktop.tsx'),
    'desktop.tsx': signedIn(snippetOf(react, 'desktop.tsx')),
    'sign-in.html': snippetOf('docs/sign-in.md', 'sign-in.html'),
  }
}

async function openPage(name: string): Promise<Page> {
  const page = await browser.newPage()
  await page.goto(`${pages.origin}/${name}`)
  return page
}

async function showsThreeCases(page: Page): Promise<void> {
  const panel = page.getByRole('region', { name: 'Contact cases' })
  await panel.getByText('3 cases', { exact: true }).first().waitFor()
  expect(await panel.locator('[data-case-id]').count()).toBe(3)
}

test('an element of the page shows the cases of a contact that rings, and links to them', async () => {
  const page = await openPage('mount.html')
  await (await ccpOf(page)).incoming({ channel: 'chat', contactId })
  await showsThreeCases(page)
  await page.locator('a[href^="https://crm.example.com/cases/"]').first().waitFor()
})

test('<contact-cases> shows the cases of a contact that rings', async () => {
  const page = await openPage('element.html')
  await (await ccpOf(page)).incoming({ channel: 'chat', contactId })
  await showsThreeCases(page)
})

test('a desk that is set by hand shows the cases of its contact', async () => {
  await showsThreeCases(await openPage('by-hand.html'))
})

test('the React desktop signs in by the return page, and its tab counts the cases', async () => {
  const page = await openPage('desktop.html')
  await signInAs('bob', { page, panel: page.locator('.contact-cases') })
  const owner = JSON.stringify({ contactId, agentUserId: 'user-bob', state: 'CONNECTING' })
  await fetch(`${guarded.emulator.url}/_emulator/api/contact`, { method: 'PUT', body: owner })
  await (await ccpOf(page)).incoming({ channel: 'chat', contactId })
  await showsThreeCases(page)
  await page.getByRole('heading', { name: 'Cases (3)' }).waitFor()
})
