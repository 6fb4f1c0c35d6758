import { once } from 'node:events'
import { createServer } from 'node:http'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, onTestFinished, test } from 'vitest'
import { ccpOf } from '../support/ccp.ts'
import type { OpenDesktop } from '../support/desktop.ts'
import { listedCases } from '../support/listed-cases.ts'
import { openLogin, type SignInDesktop, signInAs, startSignInDesktop } from '../support/sign-in-desktop.ts'

let desktop: SignInDesktop
let desk: OpenDesktop
let said: string[]

beforeAll(async () => {
  desktop = await startSignInDesktop()
})

beforeEach(async () => {
  await desktop.reset()
  said = []
  const page = await desktop.openPage({}, async (empty) => void empty.on('console', (line) => said.push(line.text())))
  desk = { page, ccp: await ccpOf(page), panel: page.getByRole('region', { name: 'Contact cases' }) }
})

afterEach(async () => {
  desktop.provider.setAway(false)
  desktop.provider.become({})
  await desktop.closePages()
})

afterAll(() => desktop.close())

/** Waits for a text in the panel. */
function panelSays(text: string, { panel }: Pick<OpenDesktop, 'panel'> = desk): Promise<void> {
  return panel.getByText(text, { exact: true }).first().waitFor()
}

/** Every text that the panel has on screen from now on, at any moment. */
async function watchTexts(): Promise<() => Promise<string>> {
  // As text: what runs in the page is no code of this process.
  const watch = `(panel) => {
    globalThis.seen = []
    new MutationObserver(() => seen.push(panel.textContent)).observe(panel, { subtree: true, childList: true, characterData: true })
  }`
  await desk.page.evaluate(`(${watch})(document.querySelector('.contact-cases'))`)
  return () => desk.page.evaluate("seen.join('\\n')")
}

/** Waits until tokens were given this often from now on. */
async function renewals(count: number): Promise<void> {
  const before = desktop.provider.tokensGiven()
  await expect.poll(() => desktop.provider.tokensGiven(), { timeout: 15_000 }).toBeGreaterThanOrEqual(before + count)
}

/** All that a page could leave behind. */
function leftBehind(page: Page): Promise<string> {
  return page.evaluate(
    'indexedDB.databases().then((all) => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, location.href, all]))',
  )
}

test('an agent signs in by the popup, a contact rings, its cases are there; no console, no token left behind', async () => {
  await panelSays('You are not signed in')
  await signInAs('ann', desk)
  await panelSays('No contact')
  await desktop.ringAt('ann', desk, 3)
  await panelSays('3 cases')
  expect(await listedCases(desk.panel)).toHaveLength(3)
  expect(said.join('\n')).toBe('')
  // "eyJ" is how every JSON Web Token begins.
  expect(await leftBehind(desk.page)).not.toContain('eyJ')
})

test('a reload signs in again without a press', async () => {
  await signInAs('ann', desk)
  await panelSays('No contact')
  await desk.page.reload()
  await panelSays('No contact')
  expect(said.join('\n')).toBe('')
})

test.each([
  ['by its refresh token', true],
  ['in a hidden frame, where there is no refresh token', false],
])(
  'a token that expires in the middle of a shift is renewed %s, and nothing is seen of it',
  async (_, givesRefreshTokens) => {
    desktop.provider.become({ tokenSeconds: 4, givesRefreshTokens })
    await signInAs('ann', desk)
    await panelSays('No contact')
    const seen = await watchTexts()
    await renewals(1)
    await desktop.ringAt('ann', desk, 3)
    await panelSays('3 cases')
    expect(await seen()).not.toMatch(/Signing in|not signed in/)
    expect(said.join('\n')).toBe('')
  },
)

test('the provider’s keys are rotated: the refused request is asked again with a new token, unseen', async () => {
  await signInAs('ann', desk)
  await panelSays('No contact')
  const seen = await watchTexts()
  await desktop.provider.rotateKeys()
  await serverKnowsNewKeys()
  const statuses: number[] = []
  desk.page.on(
    'response',
    (answer) => void (answer.url().endsWith('/list-cases-for-contact') && statuses.push(answer.status())),
  )
  await desktop.ringAt('ann', desk, 3)
  await panelSays('3 cases')
  expect(statuses).toEqual([401, 200])
  expect(await seen()).not.toMatch(/Signing in|not signed in/)
})

/** It reads them when somebody comes with a token of theirs; Bob does, who is no agent of this contact. */
async function serverKnowsNewKeys(): Promise<void> {
  const authorization = `Bearer ${await desktop.provider.tokenOf('bob')}`
  const ask = async () => (await fetch(`${desktop.url}/api/domains/d/templates`, { headers: { authorization } })).status
  await expect.poll(ask).toBe(403)
}

test('a sign-out empties the panel at once, revokes the tokens, holds over a reload, and lets another person in', async () => {
  const tokens: { refresh_token: string }[] = []
  desk.page.on('response', async (answer) => {
    if (answer.url().endsWith('/token')) tokens.push(await answer.json())
  })
  await signInAs('ann', desk)
  await panelSays('No contact')
  const contactId = await desktop.ringAt('ann', desk, 3, 'CONNECTED')
  await desk.ccp.accept(contactId)
  await panelSays('3 cases')
  await desk.panel.getByRole('button', { name: 'Sign out' }).press('Enter')
  expect(await desk.panel.getByRole('row').count()).toBe(0)
  await panelSays('You signed out. Cases appear here once you have signed in again.')
  await expect.poll(() => refresh(tokens[0]?.refresh_token ?? '')).toBe('invalid_grant')

  await desk.page.reload()
  await panelSays('You signed out. Cases appear here once you have signed in again.')
  // The provider would know Ann: whoever sits here now is asked all the same.
  await signInAs('bob', desk)
  await panelSays('You may not see the cases of this contact. Ask your administrator for access.')
  expect(await desk.panel.locator('[data-case-id]').count()).toBe(0)
})

async function refresh(token: string): Promise<unknown> {
  const body = new URLSearchParams({
    grant_type: 'refresh_token',
    client_id: 'contact-cases-page',
    refresh_token: token,
  })
  const answer = await fetch(`${desktop.provider.issuer}/token`, { method: 'POST', body })
  const { error } = (await answer.json()) as { error?: string }
  return error
}

test('a popup that is closed, and a login that is refused, say so and offer the button again', async () => {
  const closed = await openLogin(desk)
  await closed.close()
  await panelSays('The sign-in window was closed before you had signed in.')
  const refused = await openLogin(desk)
  await refused.getByRole('button', { name: 'Cancel' }).click()
  await panelSays('The sign-in was refused. Try again, or ask your administrator for access.')
  await panelSays('access_denied')
  await signInAs('ann', desk)
  await panelSays('No contact')
})

test('a provider that is away says so; when it is back, the button signs in', async () => {
  desktop.provider.setAway(true)
  await desk.page.reload()
  await panelSays('The sign-in service cannot be reached. Check your connection, then try again.')
  desktop.provider.setAway(false)
  await signInAs('ann', desk)
  await panelSays('No contact')
})

test('a provider that is away when the token expires, and soon back, costs nobody their place', async () => {
  desktop.provider.become({ tokenSeconds: 2 })
  await signInAs('ann', desk)
  await panelSays('No contact')
  await desktop.ringAt('ann', desk, 3)
  await panelSays('3 cases')
  const seen = await watchTexts()
  let failed = 0
  desk.page.on('requestfailed', (request) => void (request.url().startsWith(desktop.provider.issuer) && failed++))
  desktop.provider.setAway(true)
  // One before the token expires, and one each second after that.
  await expect.poll(() => failed, { timeout: 15_000 }).toBeGreaterThan(3)
  desktop.provider.setAway(false)
  await renewals(1)
  expect(await seen()).not.toMatch(/Signing in|not signed in/)
  expect(await listedCases(desk.panel)).toHaveLength(3)
})

test('a token that expires and is not renewed leaves no case on screen', async () => {
  desktop.provider.become({ tokenSeconds: 3 })
  await signInAs('ann', desk)
  await panelSays('No contact')
  await desktop.ringAt('ann', desk, 3)
  await panelSays('3 cases')
  desktop.provider.endSessions()
  await panelSays('Your sign-in has expired. Sign in again to see cases.')
  expect(await desk.panel.getByRole('row').count()).toBe(0)
})

test('a login page that cuts its popup off from the page that opened it still signs in', async () => {
  desktop.provider.become({ cutsOffPopups: true })
  await signInAs('ann', desk)
  await panelSays('No contact')
})

test('framed by a page of another site, where the browser gives it no storage and no cookies, the popup signs in', async () => {
  const page = await openFramed()
  const framed = { page, panel: page.frameLocator('#desk').getByRole('region', { name: 'Contact cases' }) }
  await panelSays('You are not signed in', framed)
  await signInAs('ann', framed)
  // Streams does not start without storage, and says so; the sign-in needs none.
  await panelSays('The contact control panel does not answer', framed)
})

/** Our page in a page of `localhost`, which is another site than 127.0.0.1. */
async function openFramed(): Promise<Page> {
  const html = `<!doctype html><title>Desk</title><iframe id="desk" src="${desktop.url}" width="900" height="600"></iframe>`
  const server = createServer((_, response) => response.setHeader('content-type', 'text/html').end(html))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  const address = server.address()
  const page = await desktop.openPage()
  await page.goto(`http://localhost:${typeof address === 'object' ? address?.port : ''}`)
  return page
}
