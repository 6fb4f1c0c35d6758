import { expect, test } from 'vitest'
import { en } from './en.ts'
import { loadWords } from './load-words.ts'
import { localeCodes } from './locale-code.ts'
import { tables } from './tables.ts'

test.each(localeCodes)('%s is loaded', async (code) => {
  const words = await loadWords(code)
  expect(words.locale).toBe(code)
  expect(words.direction).toBe('ltr')
  expect(words.messages === en).toBe(code === 'en')
})

test('the first language there are texts for is loaded, with the dates of its region', async () => {
  const words = await loadWords(['nb-NO', 'fr_CA', 'de'])
  expect(words.locale).toBe('fr-CA')
  expect(words.messages.list.label).toBe('Cas')
})

test('the pseudo-locale from right to left says that it does', async () => {
  const words = await loadWords('ar-XB')
  expect(words.direction).toBe('rtl')
})

test('texts that do not arrive are told, and English comes instead', async () => {
  const failures: unknown[] = []
  const offline = new TypeError('Failed to fetch dynamically imported module')
  const words = await loadWords('de-AT', (error) => failures.push(error), {
    ...tables,
    de: () => Promise.reject(offline),
  })
  expect(words.locale).toBe('en')
  expect(words.messages).toBe(en)
  expect(failures).toEqual([offline])
})

test('English needs nothing to arrive', async () => {
  const nothing = new Proxy(tables, {
    get() {
      throw new Error('English asked for a table')
    },
  })
  const words = await loadWords('en-GB', undefined, nothing)
  expect(words.locale).toBe('en-GB')
})
