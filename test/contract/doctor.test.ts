import { UnsecuredJWT } from 'jose'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import type { DoctorOptions } from '../../src/doctor/doctor-options.ts'
import type { Settings } from '../../src/server/env.ts'
import {
  type Between,
  complaints,
  contactArn,
  diagnose,
  type PageChanges,
  startSurroundings,
} from '../support/deployment.ts'
import { startRedis } from '../support/redis-server.ts'

type Surroundings = Awaited<ReturnType<typeof startSurroundings>>

let surroundings: Surroundings
beforeAll(async () => {
  surroundings = await startSurroundings()
})
afterAll(() => surroundings.close())

interface Deployment {
  readonly settings?: Partial<Settings>
  readonly config?: PageChanges
  readonly proxy?: Between
}

async function deploy({ settings, config, proxy }: Deployment = {}): Promise<string> {
  const deployment = await surroundings.deploy(settings, config, proxy)
  onTestFinished(deployment.close)
  return deployment.url
}

/** Everything that is not as it should be, where this much is another way. */
async function complaintsOf(deployment: Deployment, options: Partial<DoctorOptions> = {}): Promise<string[]> {
  return complaints(await diagnose(await deploy(deployment), options))
}

const desk = 'https://desk.example.com'
const workspace = 'https://acme.my.connect.aws'

test('nothing is said against a deployment that is well, and everything is looked at that can be', async () => {
  const url = await deploy({ settings: { allowedOrigins: [desk], frameAncestors: ["'self'", workspace] } })
  const token = await surroundings.provider.tokenOf('bob')
  const findings = await diagnose(url, { token, contactArn, origin: desk, embedder: workspace })
  expect(complaints(findings)).toEqual([])
  expect(findings.filter(({ outcome }) => outcome === 'skipped').map(({ id }) => id)).toEqual([
    'hsts',
    'settings',
    'settings-agree',
    'quotas',
    'permissions',
    'approved-origin',
    'application',
  ])
})

test('nothing is said against a server of this machine where nobody signs in', async () => {
  expect(await complaintsOf({ settings: { auth: null } }, { contactArn })).toEqual([])
})

test('a host that is dead, and one that never answers, are one sentence', async () => {
  const dead = await surroundings.deploy()
  await dead.close()
  const host = new URL(dead.url).host
  expect(complaints(await diagnose(dead.url))).toEqual([`wrong page: Nothing listens at ${host}.`])
  const silent = await deploy({ proxy: () => new Promise(() => undefined) })
  expect(complaints(await diagnose(silent, {}, { timeoutMs: 200 }))).toEqual([
    `wrong page: ${new URL(silent).host} did not answer within 0.2 s.`,
  ])
})

test('who shall frame the page, and may not, is named; who may and is too many, too', async () => {
  expect(await complaintsOf({}, { embedder: workspace })).toEqual([
    `wrong framing: ${workspace} may not frame the page.`,
  ])
  const frameAncestors = ["'self'", 'https://*.my.connect.aws']
  expect(await complaintsOf({ settings: { frameAncestors } }, { embedder: workspace })).toEqual([
    'warning framing: https://*.my.connect.aws lets pages of other companies frame the panel.',
  ])
})

test('a page that shall ask the API, and may not, is named', async () => {
  expect(await complaintsOf({}, { origin: desk })).toEqual([`wrong cors: ${desk} may not ask the API.`])
})

test('a page that signs agents in and an API that asks for no token do not go together', async () => {
  const { pageAuth } = surroundings
  expect(await complaintsOf({ settings: { auth: null }, config: { auth: pageAuth } })).toEqual([
    'wrong api-sign-in: The page signs agents in, and the API asks for no token.',
  ])
})

test('an issuer that is written in another way, a client that it does not know, and one that is away', async () => {
  const { provider, pageAuth } = surroundings
  const { issuer } = pageAuth
  expect(await complaintsOf({ config: { auth: { ...pageAuth, issuer: `${issuer}/` } } })).toEqual([
    `wrong issuer: The issuer calls itself ${issuer}, and config.json ${issuer}/.`,
  ])
  expect(await complaintsOf({ config: { auth: { ...pageAuth, clientId: 'nobody' } } })).toEqual([
    'wrong issuer-client: The issuer does not take nobody without a secret.',
    'wrong issuer-return: The issuer refuses a sign-in with HTTP 400.',
  ])
  provider.setAway(true)
  onTestFinished(() => provider.setAway(false))
  expect(await complaintsOf({})).toEqual([
    `wrong issuer: ${new URL(issuer).host} closed the connection without an answer.`,
  ])
})

test('a token that ended is told by its time, and by the server', async () => {
  const token = new UnsecuredJWT({ iss: surroundings.pageAuth.issuer, aud: 'urn:contact-cases' })
    .setExpirationTime(Math.floor(Date.now() / 1000) - 60)
    .encode()
  const said = await complaintsOf({}, { token, contactArn })
  expect(said).toEqual([
    expect.stringMatching(/^wrong domain: The agent is not signed in \(unauthenticated, request [\w-]+\)\.$/),
    expect.stringMatching(/^wrong contact: The agent is not signed in /),
    expect.stringMatching(/^wrong token: The token ended 6\d s ago\.$/),
  ])
})

test('a contact of somebody else is told by the code of its problem', async () => {
  const token = await surroundings.provider.tokenOf('bob')
  const another = contactArn.replace(/contact\/.*/, 'contact/of-nobody')
  expect(await complaintsOf({}, { token, contactArn: another })).toEqual([
    expect.stringMatching(/^wrong contact: The agent may not see the cases of this contact \(not_allowed, request /),
  ])
})

test('a server that AWS denies, and a domain that there is not', async () => {
  const { emulator } = surroundings
  const token = await surroundings.provider.tokenOf('bob')
  emulator.faults.add({ kind: 'accessDenied', operation: 'ListTemplates' })
  onTestFinished(() => emulator.faults.clear())
  expect(await complaintsOf({}, { token })).toEqual([
    expect.stringMatching(/^wrong domain: The server may not read cases \(upstream_denied, request /),
  ])
  emulator.faults.clear()
  expect(await complaintsOf({ settings: { auth: null }, config: { domainId: 'another' } })).toEqual([
    expect.stringMatching(/^wrong domain: The domain or the template was not found \(not_found, request /),
  ])
})

test('a clock that is two minutes off', async () => {
  expect(complaints(await diagnose(await deploy(), {}, { clock: -120_000 }))).toEqual([
    'warning clock: The server’s clock is 120 s ahead of that of this machine.',
  ])
  expect(complaints(await diagnose(await deploy(), {}, { clock: 120_000 }))).toEqual([
    'warning clock: The server’s clock is 120 s behind that of this machine.',
  ])
})

const sealKeys = [{ id: '1', key: Buffer.alloc(32) }] as const

test('a store that the server has never seen', async () => {
  expect(await complaintsOf({ settings: { store: 'redis://127.0.0.1:1', sealKeys } })).toEqual([
    'wrong ready: The server has not seen its store since it started, and asks nothing.',
  ])
})

test('a store that is away', { timeout: 30_000 }, async () => {
  const redis = await startRedis()
  onTestFinished(redis.close)
  const { url, logged, close } = await surroundings.deploy({ store: redis.url, sealKeys })
  onTestFinished(close)
  await expect.poll(() => logged, { timeout: 10_000 }).toContainEqual({ event: 'store_here' })
  await redis.kill()
  await expect.poll(async () => (await fetch(`${url}/readyz`)).text(), { timeout: 10_000 }).toContain('away')
  expect(complaints(await diagnose(url))).toEqual([
    'warning ready: The store is away: each instance goes on with its share of the quotas.',
  ])
})
