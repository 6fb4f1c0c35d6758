import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createBuiltPage, pageConfig } from '../../test/support/built-page.ts'
import { readPageConfig } from './page-config-file.ts'

async function page(config?: unknown) {
  const { directory, remove } = await createBuiltPage(config)
  onTestFinished(remove)
  return directory
}

test("the page's settings are read, with what they leave out", async () => {
  const { apiBaseUrl, ...rest } = pageConfig
  const path = join(await page(rest), 'config.json')
  expect(await readPageConfig(path)).toEqual({ ok: true, value: { ...rest, apiBaseUrl } })
})

test('in the agent workspace there is no softphone to name', async () => {
  const { ccpUrl: _, ...rest } = pageConfig
  const path = join(await page({ ...rest, host: 'workspace' }), 'config.json')
  expect(await readPageConfig(path)).toEqual({ ok: true, value: { ...rest, host: 'workspace' } })
})

const framed = (embedders: unknown) => ({ host: 'frame', embedders, region: 'us-east-1', domainId: 'domain' })

test('in a frame there are desktops to name, and no softphone', async () => {
  const path = join(await page(framed(['https://desk.example'])), 'config.json')
  expect(await readPageConfig(path)).toMatchObject({ ok: true, value: framed(['https://desk.example']) })
})

const withAuth = (changes: object) => ({
  ...pageConfig,
  auth: { issuer: 'https://login.example', clientId: 'desk', ...changes },
})

test('of sign-in only the issuer and the client id are needed', async () => {
  const path = join(await page(withAuth({})), 'config.json')
  expect(await readPageConfig(path)).toEqual({ ok: true, value: withAuth({ scope: 'openid', origins: [] }) })
})

test.each([
  ['that is not JSON', '{"host":', 'is not JSON'],
  ['that is a list', [], 'the file: must be a JSON object'],
  ['without a domain', { ...pageConfig, domainId: undefined }, 'domainId: must be a text of 1 to 500 characters'],
  ['with a wrong URL', { ...pageConfig, ccpUrl: 'ccp' }, 'ccpUrl: must be an http or https URL'],
  ['without a host', { ...pageConfig, host: undefined }, 'host: must be streams, workspace or frame'],
  ['with an unknown member', { ...pageConfig, ccpURL: '' }, 'the file: knows no member ccpURL where host is streams'],
  [
    'with a member of another host',
    { ...pageConfig, host: 'workspace' },
    'the file: knows no member ccpUrl where host is workspace',
  ],
  [
    'of a frame without desktops',
    framed([]),
    'embedders: must be a list of origins such as ["https://desk.example.com"]',
  ],
  [
    'of a frame whose desktop is an address',
    framed(['https://desk.example/']),
    'embedders.0: must be origins such as https://login.example.com',
  ],
  ['with an issuer that is no URL', withAuth({ issuer: 'login' }), 'auth.issuer: must be an http or https URL'],
  ['without a client id', withAuth({ clientId: undefined }), 'auth.clientId: must be a text'],
  ['with an empty scope', withAuth({ scope: '' }), 'auth.scope: must be a text'],
  [
    'with a path for an origin',
    withAuth({ origins: ['https://a.example/b'] }),
    'auth.origins.0: must be origins such as https://login.example.com',
  ],
  ['with a secret, which a page cannot keep', withAuth({ clientSecret: 's' }), 'auth: knows no member clientSecret'],
])('a file %s is one line that names file and member', async (_, config, problem) => {
  const path = join(await page(config), 'config.json')
  expect(await readPageConfig(path)).toEqual({ ok: false, problem: `${path}: ${problem}` })
})

test('a file that is not there is one line that names it', async () => {
  expect(await readPageConfig('/nowhere/page.json')).toEqual({
    ok: false,
    problem: '/nowhere/page.json: cannot be read',
  })
})
