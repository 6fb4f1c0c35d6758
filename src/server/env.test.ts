import { expect, test } from 'vitest'
import { readSettings } from './env.ts'
import { accountQuotas } from './quota/account-quotas.ts'

const emulator = { AWS_ENDPOINT_URL_CONNECTCASES: 'http://127.0.0.1:4710' }

test('an emulator is all that must be named', () => {
  expect(readSettings(emulator)).toEqual({
    ok: true,
    value: {
      port: 8787,
      host: '127.0.0.1',
      pageConfig: null,
      pageDirectory: null,
      deadlineMs: 5_000,
      quotas: accountQuotas,
      rowFields: [],
      frameAncestors: ["'self'"],
      allowedOrigins: [],
      endpoint: 'http://127.0.0.1:4710',
      region: null,
      credentials: 'placeholder',
      exportsTelemetry: false,
      connect: { credentials: 'sdk' },
      auth: null,
      store: null,
      sealKeys: null,
    },
  })
})

test('everything can be set, and what is set to nothing is not set', () => {
  const env = { ...emulator, PORT: '0', HOST: '::1', PAGE_CONFIG: 'page.json', DEADLINE_MS: '900', AWS_REGION: '' }
  expect(readSettings(env)).toMatchObject({
    value: { port: 0, host: '::1', pageConfig: 'page.json', deadlineMs: 900, region: null },
  })
})

test('ROW_FIELDS are the ids between its commas', () => {
  const ROW_FIELDS = ' case_reason,42d4b1a1-0bd9-4f21-a6fb-ae4a0e3f0a85 , assigned_user'
  expect(readSettings({ ...emulator, ROW_FIELDS })).toMatchObject({
    value: { rowFields: ['case_reason', '42d4b1a1-0bd9-4f21-a6fb-ae4a0e3f0a85', 'assigned_user'] },
  })
})

test('QUOTAS replaces those of some operations, or all by none', () => {
  const QUOTAS = '{"ListCasesForContact":{"rate":10,"burst":20},"GetCase":"off"}'
  expect(readSettings({ ...emulator, QUOTAS })).toMatchObject({
    value: { quotas: { ...accountQuotas, ListCasesForContact: { rate: 10, burst: 20 }, GetCase: 'off' } },
  })
  expect(readSettings({ ...emulator, QUOTAS: 'on' })).toMatchObject({ value: { quotas: accountQuotas } })
  const off = Object.fromEntries(Object.keys(accountQuotas).map((operation) => [operation, 'off']))
  expect(readSettings({ ...emulator, QUOTAS: 'off' })).toMatchObject({ value: { quotas: off } })
})

test.each([
  ['PORT', '80a'],
  ['PORT', '65536'],
  ['PORT', '-1'],
  ['PORT', '1.5'],
  ['DEADLINE_MS', '5s'],
  ['DEADLINE_MS', '99'],
  ['DEADLINE_MS', '60001'],
  ['AWS_ENDPOINT_URL_CONNECTCASES', 'localhost:4710'],
  ['AWS_ENDPOINT_URL_CONNECTCASES', 'ftp://127.0.0.1'],
  ['AWS_REGION', 'frankfurt'],
  ['QUOTAS', 'none'],
  ['QUOTAS', '{'],
  ['QUOTAS', '{"GetCase":{"rate":0,"burst":3}}'],
  ['QUOTAS', '{"GetCase":{"rate":1}}'],
  ['QUOTAS', '{"GetCase":{"rate":1,"burst":1.5}}'],
  ['QUOTAS', '{"DeleteCase":{"rate":1,"burst":1}}'],
  ['ROW_FIELDS', 'a,b,c,d,e,f,g,h,i,j,k'],
  ['ROW_FIELDS', 'summary,,case_reason'],
  ['ROW_FIELDS', 'summary, summary'],
  ['ROW_FIELDS', 'x'.repeat(501)],
])('%s=%s is one line that names the variable', (name, value) => {
  const settings = readSettings({ ...emulator, [name]: value })
  expect(settings).toMatchObject({ ok: false, problem: expect.stringMatching(new RegExp(`^${name} must be [^\n]+$`)) })
})

const SEAL_KEYS = `a:${'A'.repeat(43)}=`

test.each(['redis://127.0.0.1', 'redis://:secret@[::1]:6379/1', 'rediss://user:secret@store.example.com/0'])(
  'STORE=%s is what all instances share, and needs SEAL_KEYS',
  (STORE) => {
    expect(readSettings({ ...emulator, STORE, SEAL_KEYS })).toMatchObject({
      value: { store: STORE, sealKeys: [{ id: 'a' }] },
    })
    expect(readSettings({ ...emulator, STORE })).toMatchObject({
      problem: expect.stringMatching(/^STORE needs SEAL_KEYS[^\n]+$/),
    })
  },
)

test.each([
  'redis',
  'http://secret@store',
  'redis://',
  'redis://secret@store/one',
  'redis://secret@store/0?x',
  'secret',
])('STORE=%s is one line without what was given', (STORE) => {
  const settings = readSettings({ ...emulator, STORE, SEAL_KEYS })
  expect(settings).toMatchObject({ problem: expect.stringMatching(/^STORE must be [^\n]+$/) })
  expect(JSON.stringify(settings)).not.toContain('secret')
})

test.each([
  ['on every address', { ...emulator, HOST: '0.0.0.0' }],
  ['on an address of the network', { ...emulator, HOST: '192.168.1.2' }],
  ['on a name that only begins like loopback', { ...emulator, HOST: '127.0.0.1.example.com' }],
  ['against the real service', {}],
])('without authentication the server does not start %s', (_, env) => {
  expect(readSettings(env)).toMatchObject({ problem: expect.stringMatching(/^Without authentication [^\n]+$/) })
})

test.each([
  ['an emulator on this machine takes made-up ones', {}, 'placeholder'],
  ['keys that are given are used', { AWS_ACCESS_KEY_ID: 'AKIA' }, 'sdk'],
  ['a profile that is given is used', { AWS_PROFILE: 'work' }, 'sdk'],
  ['made-up ones never leave the machine', { AWS_ENDPOINT_URL_CONNECTCASES: 'https://cases.example.com' }, 'sdk'],
])('credentials: %s', (_, env, credentials) => {
  expect(readSettings({ ...emulator, ...env })).toMatchObject({ value: { credentials } })
})

test('FRAME_ANCESTORS and ALLOWED_ORIGINS are the origins between their spaces', () => {
  const lists = {
    FRAME_ANCESTORS: "'self'  https://*.my.connect.aws",
    ALLOWED_ORIGINS: 'https://a.example http://b:81',
  }
  expect(readSettings({ ...emulator, ...lists })).toMatchObject({
    value: {
      frameAncestors: ["'self'", 'https://*.my.connect.aws'],
      allowedOrigins: ['https://a.example', 'http://b:81'],
    },
  })
})

test.each([
  ['FRAME_ANCESTORS', "https://a.example; script-src 'unsafe-inline'"],
  ['FRAME_ANCESTORS', "'none' https://a.example"],
  ['FRAME_ANCESTORS', 'https:'],
  ['FRAME_ANCESTORS', '*'],
  ['ALLOWED_ORIGINS', '*'],
  ['ALLOWED_ORIGINS', 'https://a.example/'],
  ['ALLOWED_ORIGINS', 'https://A.example'],
  ['ALLOWED_ORIGINS', 'a.example'],
  ['ALLOWED_ORIGINS', 'null'],
])('%s is not set to %s', (name, value) => {
  expect(readSettings({ ...emulator, [name]: value })).toEqual({
    ok: false,
    problem: expect.stringContaining(`${name} must be `),
  })
})
