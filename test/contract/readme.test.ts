import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { pageConfigSchema } from '../../src/contract/page-config.ts'
import { problemCatalogue } from '../../src/contract/problem.ts'
import { appIntegrationsOperations } from '../../src/emulator/app-integrations/table.ts'
import { connectOperations } from '../../src/emulator/connect/table.ts'
import { operations } from '../../src/emulator/operations/table.ts'
import { readSettings } from '../../src/server/env.ts'
import { instruments } from '../../src/server/telemetry/instruments.ts'
import { helpText } from '../../src/setup/setup-options.ts'
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
  expect(tableOf('| Member | Meaning |').map(([member]) => member)).toEqual(Object.keys(pageConfigSchema.shape))
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

test('the README lists every metric', () => {
  expect(tableOf('| Metric |').map(([name]) => name)).toEqual(Object.values(instruments))
})

test('the README lists every option of the set-up, in the words of its help', () => {
  const options = [...helpText().matchAll(/^ {2}(--[\w-]+(?: [A-Z|]+)?) +(.*)$/gm)].map(([, name, says]) => [
    name,
    says,
  ])
  expect(options).toContainEqual(['--yes', 'goes on without asking'])
  expect(tableOf('| Set-up option |')).toEqual(options)
})
