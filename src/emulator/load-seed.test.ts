import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { defaultSeedFile, loadSeed } from './load-seed.ts'

const folder = mkdtempSync(join(tmpdir(), 'seed-'))
afterAll(() => rmSync(folder, { recursive: true }))

test('the shipped seed has contacts with 0, 1, 3, 10, 11 and 237 cases, and cases of every template', () => {
  const loading = loadSeed(defaultSeedFile)
  const domain = loading.ok ? loading.seed.domains[0] : undefined
  expect(domain?.contacts.map((contact) => contact.caseIds.length)).toEqual([0, 1, 3, 10, 11, 237])
  const used = new Set(domain?.cases.map((one) => one.templateId))
  expect(domain?.templates.map((template) => used.has(template.templateId))).toEqual(Array(7).fill(true))
  expect(new Set(domain?.templates.map((template) => template.status))).toEqual(
    new Set(['Active', 'Inactive', 'Deleted']),
  )
})

test.each([
  ['{"accountId": ', /^seed\.json: is not JSON \(.+\)$/],
  ['[]', /^seed\.json: Invalid input: expected object, received array$/],
  ['{"accountId": "1"}', /^seed\.json: accountId: must be 12 digits$/],
])('a file that holds %s is explained in one line', (text, message) => {
  const file = join(folder, 'seed.json')
  writeFileSync(file, text)
  expect(loadSeed(file)).toEqual({ ok: false, message: expect.stringMatching(message) })
})

test('a file that is not there is named whole', () => {
  const file = join(folder, 'none.json')
  expect(loadSeed(file)).toEqual({ ok: false, message: expect.stringContaining(`${file}: cannot be read (ENOENT`) })
})
