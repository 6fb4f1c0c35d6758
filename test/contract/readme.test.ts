import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import manifest from '../../package.json' with { type: 'json' }
import { desktopMessages, panelMessages } from '../../src/contact/frame/frame-protocol.ts'
import { pageConfigSchema } from '../../src/contract/page-config.ts'
import { problemCatalogue } from '../../src/contract/problem.ts'
import { optionTable } from '../../src/doctor/doctor-options.ts'
import { appIntegrationsOperations } from '../../src/emulator/app-integrations/table.ts'
import { connectOperations } from '../../src/emulator/connect/table.ts'
import { operations } from '../../src/emulator/operations/table.ts'
import { readSettings } from '../../src/server/env.ts'
import { variables } from '../../src/server/option-variables.ts'
import { instruments } from '../../src/server/telemetry/instruments.ts'
import { helpText } from '../../src/setup/setup-options.ts'
import { diagnose } from '../support/deployment.ts'
import { seedOf } from '../support/emulator.ts'

const readme = readFileSync('README.md', 'utf8')

/** The rows of the table under this heading, as texts without backquotes. */
function tableOf(heading: string): string[][] {
  const table = readme.slice(readme.indexOf(heading)).split('\n').slice(2)
  const end = table.findIndex((line) => !line.startsWith('|'))
  return table.slice(0, end).map((line) =>
    line
      .split(/(?<!\\)\|/)
      .slice(1, -1)
      .map((cell) => cell.trim().replaceAll(/`|\\(?=\|)/g, '')),
  )
}

test('the README lists every problem with its status', () => {
  const listed = tableOf('| Code | Status |').map(([code, status]) => [code, Number(status)])
  expect(listed).toEqual(Object.entries(problemCatalogue).map(([code, { status }]) => [code, status]))
})

test('the README lists every setting of the page', () => {
  const members = new Set(pageConfigSchema.def.options.flatMap(({ shape }) => Object.keys(shape)))
  expect(tableOf('| Member | Meaning |').map(([member]) => member)).toEqual([...members])
})

test('the README’s defaults of the server are the server’s', () => {
  const defaults = Object.fromEntries(tableOf('| Variable | Meaning |').map(([name, , value]) => [name, value]))
  const settings = readSettings({ AWS_ENDPOINT_URL_CONNECTCASES: 'http://127.0.0.1:4710' })
  expect(settings).toMatchObject({
    ok: true,
    value: { port: Number(defaults['PORT']), host: defaults['HOST'], deadlineMs: Number(defaults['DEADLINE_MS']) },
  })
})

test('the README’s seed is one', () => {
  const json = /```json\n(\{[\s\S]*?\n\})\n```/.exec(readme)?.[1] ?? ''
  expect(seedOf(JSON.parse(json)).domains[0]?.contacts).toHaveLength(1)
})

test('the README lists every operation of the emulator', () => {
  const listed = tableOf('| Of | Operations |').flatMap(([, names = '']) =>
    names.replaceAll(/ \(.*?\)/g, '').split(', '),
  )
  const all = [...operations, ...connectOperations, ...appIntegrationsOperations]
  expect(listed.toSorted()).toEqual(all.map((operation) => operation.name).toSorted())
})

test('the README lists every entry of the package', () => {
  const entries = Object.keys(manifest.exports).filter((path) => path !== './package.json')
  expect(tableOf('| Import | What |').map(([name]) => name?.replace(manifest.name, '.'))).toEqual(entries)
})

test('the README lists every option of createApp with its variable', () => {
  expect(Object.fromEntries(tableOf('| Option of `createApp` |'))).toEqual(variables)
})

test('the README lists every metric', () => {
  expect(tableOf('| Metric |').map(([name]) => name)).toEqual(Object.values(instruments))
})

test('the README lists every option and every check of the doctor', async () => {
  const findings = await diagnose('http://127.0.0.1:9')
  expect(tableOf('| Option of the doctor |')).toEqual(Object.entries(optionTable))
  expect(tableOf('| Check |')).toEqual(findings.map(({ id, title }) => [id, title]))
})

test('the README lists every message of a framed panel', () => {
  const listed = tableOf('| From | `type` |').map(([from, type]) => `${from} ${type}`)
  const known = [
    ...Object.keys(desktopMessages).map((type) => `desktop ${type}`),
    ...Object.keys(panelMessages).map((type) => `panel ${type}`),
  ]
  expect(listed.toSorted()).toEqual(known.toSorted())
})

test('the README lists every token of the panel’s looks, and its styles use nothing else', () => {
  const files = readdirSync('src/panel', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.css'))
  const styles = files.map((file) => readFileSync(join('src/panel', file), 'utf8')).join('\n')
  const listed = tableOf('| Token |').map(([token]) => token)
  const defined = styles.matchAll(/(--[a-z-]+):/g)
  expect([...new Set(Array.from(defined, ([, token]) => token))]).toEqual(listed)
  const used = Array.from(styles.matchAll(/var\((--[a-z-]+)/g), ([, token]) => token)
  expect(listed).toEqual(expect.arrayContaining(used))
})

test('the README lists every option of the set-up, in the words of its help', () => {
  const options = [...helpText().matchAll(/^ {2}(--[\w-]+(?: [A-Z|]+)?) +(.*)$/gm)].map(([, name, says]) => [
    name,
    says,
  ])
  expect(options).toContainEqual(['--yes', 'goes on without asking'])
  expect(tableOf('| Set-up option |')).toEqual(options)
})
