import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
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
  desktop.provider.become({ tokenSeconds: 300, givesRefreshTokens: true })
  await desktop.closePages()
})

afterAll(() => desktop.close())

/** Waits for a text in the panel. */
function panelSays(text: string): Promise<void> {
  return desk.panel.getByText(text, { exact: true }).first().waitFor()
}

test('an agent signs in by the popup; a contact rings, its cases are there, and the console says nothing', async () => {
  await panelSays('You are not signed in')
  await signInAs('ann', desk)
  await panelSays('No contact')
  await desktop.ringAt('ann', desk, 3)
  await panelSays('3 cases')
  expect(await listedCases(desk.panel)).toHaveLength(3)
  expect(said).toEqual([])
})

test('a reload signs in again without a press', async () => {
  await signInAs('ann', desk)
  await panelSays('No contact')
  await desk.page.reload()
  await panelSays('No contact')
})
