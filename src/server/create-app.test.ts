import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { answers, startScriptedUpstream } from '../../test/support/scripted-upstream.ts'
import { contactArn, listPath, post } from '../../test/support/server-app.ts'
import type { AppOptions } from './app-options.ts'
import { AppOptionsError, createApp } from './create-app.ts'
import type { LogEntry } from './log.ts'

const emulator = { region: 'us-east-1', casesEndpoint: 'http://127.0.0.1:1' }
const auth = {
  issuer: 'https://login.example.com',
  audience: 'contact-cases',
  instances: { 'arn:aws:connect:us-east-1:111122223333:instance/i': 'domain' },
}

test('a server of one’s own has the API below any path, and keeps its other routes', async () => {
  const upstream = await startScriptedUpstream(answers({ cases: [{ caseId: 'case-1', templateId: 't' }] }))
  const logged: LogEntry[] = []
  const cases = createApp({ ...emulator, casesEndpoint: upstream.url, log: (entry) => logged.push(entry) })
  const company = new Hono().mount('/cases', cases.fetch).post('/orders', (c) => c.text('ordered'))

  const answer = await company.request(`/cases${listPath}`, post({ contactArn }))
  expect(await answer.json()).toMatchObject({ cases: [{ caseId: 'case-1' }] })
  expect(logged).toMatchObject([{ event: 'answered', status: 200 }])

  const foreign = { method: 'POST', headers: { origin: 'https://elsewhere.example.com' } }
  expect(await (await company.request('/orders', foreign)).text()).toBe('ordered')
})

test('with sign-in, who has no token sees nothing', async () => {
  const { fetch } = createApp({ region: 'us-east-1', auth, log: () => undefined })
  const answer = await fetch(new Request(`http://localhost${listPath}`, post({ contactArn })))
  expect(await answer.json()).toMatchObject({ code: 'unauthenticated' })
})

test('a closed app is not ready', async () => {
  const { fetch, close } = createApp({ ...emulator, log: () => undefined })
  expect((await fetch(new Request('http://localhost/readyz'))).status).toBe(200)
  await close()
  expect((await fetch(new Request('http://localhost/readyz'))).status).toBe(503)
})

test.each<[string, unknown, RegExp]>([
  ['no sign-in before AWS', { region: 'us-east-1' }, /^Without sign-in only an emulator on this machine may be asked/],
  [
    'no sign-in before another machine',
    { ...emulator, casesEndpoint: 'http://cases.example.com' },
    /^Without sign-in /,
  ],
  [
    'half a sign-in',
    { region: 'us-east-1', auth: { issuer: auth.issuer } },
    /^auth\.issuer is set: auth\.issuer, auth\.audience and auth\.instances must/,
  ],
  ['an empty sign-in', { ...emulator, auth: {} }, /^auth needs issuer, audience and instances/],
  ['a Region that is none', { ...emulator, region: 'here' }, /^region must be an AWS Region/],
  ['no Region', { casesEndpoint: emulator.casesEndpoint }, /^region must be an AWS Region/],
  ['a store without keys', { ...emulator, store: 'redis://127.0.0.1' }, /^store needs sealKeys/],
  ['a wrong deadline', { ...emulator, deadlineMs: 1 }, /^deadlineMs must be/],
  ['a wrong quota', { ...emulator, quotas: { GetCase: { rate: -1, burst: 1 } } }, /^quotas must be/],
  ['an option that there is not', { ...emulator, allowedOrigin: [] }, /^There is no option allowedOrigin/],
])('with %s there is no app, and one line says why', (_, options, line) => {
  const create = () => createApp(options as AppOptions) // from JavaScript, anything comes
  expect(create).toThrow(AppOptionsError)
  expect(create).toThrow(line)
})

test('options mean what the variables of the same meaning do', async () => {
  const { fetch } = createApp({ ...emulator, allowedOrigins: ['https://desk.example.com'], log: () => undefined })
  const headers = { origin: 'https://desk.example.com' }
  const answer = await fetch(new Request('http://localhost/api/domains/d/templates', { method: 'OPTIONS', headers }))
  expect(answer.headers.get('access-control-allow-origin')).toBe('https://desk.example.com')
})
