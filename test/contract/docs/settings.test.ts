import { expect, test } from 'vitest'
import { pageConfigSchema } from '../../../src/contract/page-config.ts'
import { readSettings } from '../../../src/server/env.ts'
import { framingProblem } from '../../../src/server/framing.ts'
import { pages, type Snippet, snippetOf, snippets } from '../../support/documentation.ts'
import { seedOf } from '../../support/emulator.ts'

/** The variables of a snippet, one `NAME=value` a line. */
function variablesOf(code: string): Record<string, string> {
  const lines = code.trim().split('\n')
  return Object.fromEntries(lines.map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]))
}

const signIn = {
  OIDC_ISSUER: 'https://login.example.com',
  OIDC_AUDIENCE: 'https://cases.example.com/api',
  INSTANCES: '{"arn:aws:connect:us-east-1:111122223333:instance/i":"d"}',
}
const settingsIn = ({ code }: Pick<Snippet, 'code'>) => readSettings({ ...signIn, ...variablesOf(code) })
const pageWith = (auth: unknown) => ({ host: 'workspace', region: 'us-east-1', domainId: 'd', auth })

const configs = snippets.filter(({ is }) => is === 'config.json')
const environments = snippets.filter(({ language }) => language === 'env')

test.each(configs)('the page takes the settings on $page', ({ code }) => {
  expect(pageConfigSchema.safeParse(JSON.parse(code)).error).toBeUndefined()
})

test.each(environments)('the server takes the variables on $page: $code', (snippet) => {
  expect(settingsIn(snippet)).toMatchObject({ ok: true })
})

test('the server lets the agent workspace frame the page with the settings of its page', () => {
  const page = 'docs/agent-workspace.md'
  const config = pageConfigSchema.parse(JSON.parse(snippetOf(page, 'config.json')))
  const [environment] = environments.filter((snippet) => snippet.page === page)
  const settings = settingsIn(environment ?? { code: '' })
  expect(settings.ok && framingProblem(config, settings.value.frameAncestors)).toBe(null)
})

const identityProviders = (pages.get('docs/sign-in.md') ?? '')
  .split(/^### /m)
  .slice(1)
  .map((section) => ({
    name: section.split('\n')[0],
    auth: /^```json auth\n([\s\S]*?)^```$/m.exec(section)?.[1] ?? null,
    environment: /^```env\n([\s\S]*?)^```$/m.exec(section)?.[1] ?? '',
  }))
  .filter(({ auth }) => auth !== null)

test('the identity providers with settings', () => {
  expect(identityProviders.map(({ name }) => name)).toEqual([
    'Amazon Cognito',
    'Okta',
    'Microsoft Entra ID',
    'Auth0',
    'Keycloak',
  ])
})

test.each(identityProviders)('page and server agree on $name', ({ auth, environment }) => {
  const config = pageConfigSchema.parse(pageWith(JSON.parse(auth ?? '')))
  const settings = settingsIn({ code: environment })
  const audience = config.auth?.resource ?? config.auth?.audience
  expect(settings).toMatchObject({ ok: true, value: { auth: { issuer: config.auth?.issuer } } })
  if (audience !== undefined) expect(settings).toMatchObject({ value: { auth: { audience } } })
})

test('the seed on the emulator’s page is one', () => {
  expect(seedOf(JSON.parse(snippetOf('docs/emulator.md', 'seed.json'))).domains[0]?.contacts).toHaveLength(1)
})
