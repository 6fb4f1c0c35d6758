import type { Page } from 'playwright-core'
import { instanceArnIn } from '../../src/emulator/arns.ts'
import { pageDirectory } from './build-page.ts'
import { type OpenDesktop, startDesktop } from './desktop.ts'
import { contactWithCases, defaultSeed } from './emulator.ts'
import { pageClientId, resource, startOidcProvider } from './oidc-provider.ts'

const seed = defaultSeed()
const users = [
  { userId: 'user-ann', username: 'ann' },
  { userId: 'user-bob', username: 'bob' },
]

/** The whole stack, where agents sign in at a real provider, and pages of another site may frame the page. */
export async function startSignInDesktop() {
  const provider = await startOidcProvider(['bob'])
  const { domainId } = contactWithCases(seed, 1)
  const env = {
    OIDC_ISSUER: provider.issuer,
    OIDC_AUDIENCE: resource,
    INSTANCES: JSON.stringify({ [instanceArnIn(seed)]: domainId }),
    FRAME_ANCESTORS: "'self' http://localhost:*",
  }
  const auth = { issuer: provider.issuer, clientId: pageClientId, scope: 'openid', resource, origins: [] }
  const desktop = await startDesktop({ auth }, pageDirectory, { env, users })
  provider.allowPage(desktop.url)
  return {
    ...desktop,
    provider,
    /** Lets a contact with this many cases ring at an agent. */
    async ringAt(agent: string, desk: OpenDesktop, cases: number, state = 'CONNECTING'): Promise<string> {
      const contactId = contactWithCases(seed, cases).contactArn.split('/').at(-1)
      const body = JSON.stringify({ contactId, agentUserId: `user-${agent}`, state })
      await fetch(`${desktop.emulator.url}/_emulator/api/contact`, { method: 'PUT', body })
      return desktop.ring(desk, cases)
    },
    async close(): Promise<void> {
      await desktop.close()
      await provider.close()
    },
  }
}

export type SignInDesktop = Awaited<ReturnType<typeof startSignInDesktop>>

/** Presses "Sign in", and answers with the provider's page in its popup. */
export async function openLogin({ page, panel }: Pick<OpenDesktop, 'page' | 'panel'>): Promise<Page> {
  const popup = page.waitForEvent('popup')
  await panel.getByRole('button', { name: 'Sign in', exact: true }).click()
  const login = await popup
  await login.getByRole('button', { name: 'Log in' }).waitFor()
  return login
}

/** Signs this agent in by the popup; it closes by itself. */
export async function signInAs(agent: string, desk: Pick<OpenDesktop, 'page' | 'panel'>): Promise<void> {
  const login = await openLogin(desk)
  const closed = login.waitForEvent('close')
  await login.getByLabel('Agent').fill(agent)
  await login.getByRole('button', { name: 'Log in' }).click()
  await closed
}
