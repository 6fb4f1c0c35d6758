import { openLogin } from '../../support/sign-in-desktop.ts'
import type { ChaosDesk } from './chaos-desk.ts'

/** How the panel came to the truth. */
export interface Healed {
  readonly seconds: number
  /** What the agent had to press, of what is there to mend something. */
  readonly presses: readonly string[]
  /** null: it is there; else what was wrong at the end. */
  readonly fault: string | null
}

/** Who waits this long presses what is offered. */
const patienceMs = 25_000
const givesUpMs = 45_000

/** Waits until the panel shows the contact that the agent looks at, and exactly its cases. */
export async function becomesTrue(desk: ChaosDesk): Promise<Healed> {
  const startedAt = Date.now()
  const presses = new Set<string>()
  for (;;) {
    const fault = await faultOf(desk)
    const ms = Date.now() - startedAt
    if (fault === null || ms > givesUpMs) return { seconds: ms / 1000, presses: [...presses], fault }
    if (await signsIn(desk)) presses.add('Sign in')
    if (ms > patienceMs && (await press(desk, 'Try again'))) presses.add('Try again')
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
}

/** What the panel shows that is not so, or not yet; null: nothing. */
async function faultOf({ page, panel, shift }: ChaosDesk): Promise<string | null> {
  const expected = shift.viewed()
  const text = (await panel.textContent({ timeout: 5_000 }).catch(() => null)) ?? ''
  if (expected === null) return text.includes('No contact') ? null : `It does not say "No contact": ${text}`
  const shown = await page.evaluate<string | null>(
    `document.querySelector('.contact-cases [data-contact-id]')?.dataset.contactId ?? null`,
  )
  if (shown !== expected.contactId) return `It shows ${shown} and not ${expected.contactId}: ${text}`
  if (await press({ panel }, /^Load up to/)) return 'More was to be loaded.'
  const unfinished =
    /Details could not be loaded|Loading details|Loading more|Not all cases|Next try in|Offline|template-\d/
  const [match] = unfinished.exec(text) ?? []
  if (match !== undefined) return `It says "${match}": ${text}`
  if (expected.caseIds.length === 0) return text.includes('No cases') ? null : `It does not say "No cases": ${text}`
  const listed = await page.evaluate<string[]>(
    `[...document.querySelectorAll('.contact-cases [data-case-id]')].map((row) => row.dataset.caseId)`,
  )
  const missing = expected.caseIds.filter((caseId) => !listed.includes(caseId))
  if (missing.length > 0) return `${missing.join(', ')} missing: ${text}`
  return listed.length === expected.caseIds.length ? null : `There are ${listed.length} cases: ${text}`
}

async function signsIn(desk: Pick<ChaosDesk, 'page' | 'panel'>): Promise<boolean> {
  if ((await desk.panel.getByRole('button', { name: 'Sign in', exact: true }).count()) === 0) return false
  const login = await openLogin(desk)
  const closed = login.waitForEvent('close')
  await login.getByLabel('Agent').fill('ann')
  await login.getByRole('button', { name: 'Log in' }).click()
  await closed
  return true
}

async function press({ panel }: Pick<ChaosDesk, 'panel'>, name: string | RegExp): Promise<boolean> {
  const button = panel.getByRole('button', { name, ...(typeof name === 'string' && { exact: true }) }).first()
  if ((await button.count()) === 0) return false
  return button.click({ timeout: 2_000 }).then(
    () => true,
    () => false,
  )
}
