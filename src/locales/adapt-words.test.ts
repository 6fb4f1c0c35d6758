import { expect, test } from 'vitest'
import { adaptWords } from './adapt-words.ts'
import { en } from './en.ts'
import { createWords } from './words.ts'

const english = createWords('en', en)

test('some words are replaced at any depth; all others stay', () => {
  const { messages } = adaptWords(english, {
    empty: { title: 'Nothing here' },
    list: { nothingMatches: { text: 'No' } },
  })
  expect(messages.empty).toEqual({ title: 'Nothing here', text: en.empty.text })
  expect(messages.list.nothingMatches).toEqual({ title: en.list.nothingMatches.title, text: 'No' })
  expect(messages.toolbar).toEqual(en.toolbar)
})

test('a message with forms for counts is replaced as a whole', () => {
  const { messages, plural } = adaptWords(english, { count: { all: { other: '{count} files' } } })
  expect(plural(messages.count.all, 1)).toBe('1 files')
})

test('numbers are written in one way, in counts too', () => {
  const { messages, number, plural } = adaptWords(english, undefined, { number: (value) => `<${value}>` })
  expect([number(2), plural(messages.count.all, 2)]).toEqual(['<2>', '<2> cases'])
})

test('times are written as the desktop writes them', () => {
  expect(adaptWords(english, undefined, { dateTime: (at) => new Date(at).toISOString() }).dateTime(0)).toBe(
    '1970-01-01T00:00:00.000Z',
  )
})

test('where nothing is replaced, the language is the same object', () => {
  expect(adaptWords(english)).toBe(english)
})

test('words that the table does not have are left out', () => {
  const strings: object = { emty: { title: 'Nothing here' } }
  expect(adaptWords(english, strings).messages).toEqual(en)
})
