import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import manifest from '../../../package.json' with { type: 'json' }
import { desktopMessages, panelMessages } from '../../../src/contact/frame/frame-protocol.ts'
import { pageConfigSchema } from '../../../src/contract/page-config.ts'
import { problemCatalogue } from '../../../src/contract/problem-catalogue.ts'
import { optionTable } from '../../../src/doctor/doctor-options.ts'
import { appIntegrationsOperations } from '../../../src/emulator/app-integrations/table.ts'
import { connectOperations } from '../../../src/emulator/connect/table.ts'
import { operations } from '../../../src/emulator/operations/table.ts'
import { en } from '../../../src/locales/en.ts'
import { readSettings, settingNames } from '../../../src/server/env.ts'
import type { LogEntry } from '../../../src/server/log.ts'
import { variables } from '../../../src/server/option-variables.ts'
import { accountQuotas } from '../../../src/server/quota/account-quotas.ts'
import { instruments } from '../../../src/server/telemetry/instruments.ts'
import { helpText } from '../../../src/setup/setup-options.ts'
import { diagnose } from '../../support/deployment.ts'
import { tableOf } from '../../support/documentation.ts'

const troubleshoot = 'docs/troubleshoot.md'

/** The first cells of each row of a table. */
const cellsOf = (head: string, cells: number) => tableOf(troubleshoot, head).map((row) => row.slice(0, cells))

test('each problem has its status and what the agent reads of it, a cause and a cure', () => {
  const { title: _, ...says } = en.casesProblems
  const ofServer = Object.entries(problemCatalogue).map(([code, { status }]) => [code, String(status)])
  const ofBrowser = Object.keys(says).filter((code) => !Object.hasOwn(problemCatalogue, code))
  const sayings = new Map(Object.entries(says))
  expect(cellsOf('| Code | Status |', 3)).toEqual(
    ofServer.map(([code = '', status]) => [code, status, sayings.get(code)]),
  )
  expect(cellsOf('| Code of the browser |', 2)).toEqual(ofBrowser.map((code) => [code, sayings.get(code)]))
})

test('each problem of the desk has what the agent reads of it', () => {
  const all = Object.entries(en.deskProblems).map(([code, { title, text }]) => [code, `${title}. ${text}`])
  expect(cellsOf('| Code of the desk |', 2).toSorted()).toEqual(all.toSorted())
})

test('each reason why nobody is signed in has what the agent reads of it', () => {
  const { title: _, ...reasons } = en.signIn.signedOut
  expect(cellsOf('| Reason |', 2)).toEqual(Object.entries(reasons))
})

test('no row of the problems lacks a cause or a cure', () => {
  const heads = ['| Code | Status |', '| Code of the browser |', '| Code of the desk |', '| Reason |']
  expect(heads.flatMap((head) => tableOf(troubleshoot, head)).filter((row) => row.includes(''))).toEqual([])
})

test('the documentation lists every setting of the page', () => {
  const members = new Set(pageConfigSchema.def.options.flatMap(({ shape }) => Object.keys(shape)))
  expect(tableOf('docs/operate.md', '| Member | Meaning |').map(([member]) => member)).toEqual([...members])
})

test('the documented defaults of the server are the server’s', () => {
  const defaults = Object.fromEntries(
    tableOf('docs/operate.md', '| Variable | Meaning |').map(([name, , value]) => [name, value]),
  )
  const settings = readSettings({ AWS_ENDPOINT_URL_CONNECTCASES: 'http://127.0.0.1:4710' })
  expect(settings).toMatchObject({
    ok: true,
    value: { port: Number(defaults['PORT']), host: defaults['HOST'], deadlineMs: Number(defaults['DEADLINE_MS']) },
  })
})

test('the settings of the server are all there', () => {
  const listed = [
    ...tableOf('docs/operate.md', '| Variable | Meaning |'),
    ...tableOf('docs/sign-in.md', '| Variable of sign-in |'),
  ].map(([name]) => name)
  // What every AWS SDK reads, and the server only looks whether it is there.
  const ofTheSdk = ['AWS_ACCESS_KEY_ID', 'AWS_PROFILE']
  expect([...listed, ...ofTheSdk].toSorted()).toEqual([...settingNames].toSorted())
})

test('the members of the page’s sign-in are all there', () => {
  const [anyHost] = pageConfigSchema.def.options
  const members = Object.keys(anyHost.shape.auth.def.innerType.shape)
  expect(tableOf('docs/sign-in.md', '| Member of `auth` |').map(([member]) => member)).toEqual(members)
})

test('the quotas are those that the server counts on', () => {
  const listed = tableOf('docs/operate.md', '| Operation | Calls a second |')
  const quotas = Object.fromEntries(
    listed.map(([name, rate, burst]) => [name, { rate: Number(rate), burst: Number(burst) }]),
  )
  expect(quotas).toEqual(accountQuotas)
})

test('the log’s events are all there', () => {
  const events = {
    ...{ listening: true, stopping: true, answered: true, cases_shown: true, store_away: true, store_here: true },
    ...{ repeated_token: true, search_refused: true, unknown_row_fields: true, cases_failed: true, crashed: true },
  } satisfies Record<LogEntry['event'], true>
  const listed = tableOf('docs/operate.md', '| Event |').flatMap(([names = '']) => names.split(', '))
  expect(listed).toEqual(Object.keys(events))
})

test('the documentation lists every operation of the emulator', () => {
  const listed = tableOf('docs/emulator.md', '| Of | Operations |').flatMap(([, names = '']) =>
    names.replaceAll(/ \(.*?\)/g, '').split(', '),
  )
  const all = [...operations, ...connectOperations, ...appIntegrationsOperations]
  expect(listed.toSorted()).toEqual(all.map((operation) => operation.name).toSorted())
})

test('the documentation lists every entry of the package', () => {
  const entries = Object.keys(manifest.exports).filter((path) => path !== './package.json')
  expect(tableOf('README.md', '| Import | What |').map(([name]) => name?.replace(manifest.name, '.'))).toEqual(entries)
})

test('the documentation lists every option of createApp with its variable', () => {
  expect(Object.fromEntries(tableOf('docs/operate.md', '| Option of `createApp` |'))).toEqual(variables)
})

test('the documentation lists every metric', () => {
  expect(tableOf('docs/operate.md', '| Metric |').map(([name]) => name)).toEqual(Object.values(instruments))
})

test('the documentation lists every option and every check of the doctor', async () => {
  const findings = await diagnose('http://127.0.0.1:9')
  expect(tableOf('docs/troubleshoot.md', '| Option of the doctor |')).toEqual(Object.entries(optionTable))
  expect(tableOf('docs/troubleshoot.md', '| Check |')).toEqual(findings.map(({ id, title }) => [id, title]))
})

test('the documentation lists every message of a framed panel', () => {
  const listed = tableOf('docs/embed-anywhere.md', '| From | `type` |').map(([from, type]) => `${from} ${type}`)
  const known = [
    ...Object.keys(desktopMessages).map((type) => `desktop ${type}`),
    ...Object.keys(panelMessages).map((type) => `panel ${type}`),
  ]
  expect(listed.toSorted()).toEqual(known.toSorted())
})

test('the documentation lists every token of the panel’s looks, and its styles use nothing else', () => {
  const files = readdirSync('src/panel', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.css'))
  const styles = files.map((file) => readFileSync(join('src/panel', file), 'utf8')).join('\n')
  const listed = tableOf('docs/embed-react.md', '| Token |').map(([token]) => token)
  const defined = styles.matchAll(/(--[a-z-]+):/g)
  expect([...new Set(Array.from(defined, ([, token]) => token))]).toEqual(listed)
  const used = Array.from(styles.matchAll(/var\((--[a-z-]+)/g), ([, token]) => token)
  expect(listed).toEqual(expect.arrayContaining(used))
})

test('the documentation lists every option of the set-up, in the words of its help', () => {
  const options = [...helpText().matchAll(/^ {2}(--[\w-]+(?: [A-Z|]+)?) +(.*)$/gm)].map(([, name, says]) => [
    name,
    says,
  ])
  expect(options).toContainEqual(['--yes', 'goes on without asking'])
  expect(tableOf('docs/set-up.md', '| Set-up option |')).toEqual(options)
})
