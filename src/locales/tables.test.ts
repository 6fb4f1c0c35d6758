import { expect, test } from 'vitest'
import { en } from './en.ts'
import { localeCodes } from './locale-code.ts'
import { pseudoLocales } from './match-locale.ts'
import { tables } from './tables.ts'
import { textsOf } from './testing/texts-of.ts'

const translated = localeCodes.filter((code) => code !== 'en')
const english = textsOf(en)

/** What is written in a language as it is in English, and rightly so. */
const sameAsEnglish: Record<(typeof translated)[number], readonly string[]> = {
  de: ['channels.chat', 'toolbar.sorts.status'],
  es: ['channels.chat', 'fields.no'],
  fr: ['channels.chat', 'contact.id', 'switcher.label'],
  it: ['channels.chat', 'fields.no'],
  ja: [],
  ko: [],
  'pt-BR': ['channels.chat', 'toolbar.sorts.status'],
  'zh-CN': [],
  'zh-TW': [],
}

/** Made of placeholders only: languages differ in their punctuation, if at all. */
const punctuation = ['shortcut', 'announce.contact', 'announce.rows']

const pluralMessages = [...english.keys()].filter((path) => path.endsWith('.other')).map((path) => path.slice(0, -5))

async function load(code: keyof typeof tables) {
  return textsOf(await tables[code]())
}

/** Where English says the same: languages have fewer forms of a plural, or more. */
function inEnglish(path: string): string {
  return english.get(path) ?? english.get(path.replace(/\.\w+$/, '.other')) ?? ''
}

function placeholders(text: string): string[] {
  return (text.match(/\{\w+\}/g) ?? []).sort()
}

test.each([...translated, ...pseudoLocales])('%s has the placeholders of English in each text', async (code) => {
  for (const [path, text] of await load(code)) expect(placeholders(text), path).toEqual(placeholders(inEnglish(path)))
})

test.each(translated)('%s is translated', async (code) => {
  const same = [...(await load(code))].filter(([path, text]) => text === inEnglish(path)).map(([path]) => path)
  expect(same.filter((path) => !punctuation.includes(path))).toEqual(sameAsEnglish[code])
})

test.each(translated)('%s has the forms of a plural that its counts use', async (code) => {
  const { pluralCategories } = new Intl.PluralRules(code).resolvedOptions()
  // Romance languages have `many` for a million, "un millón de casos": no contact has a million cases.
  const used = pluralCategories.filter((form) => form !== 'many').sort()
  const paths = [...(await load(code)).keys()]
  for (const message of pluralMessages) {
    const forms = paths.filter((path) => path.startsWith(message)).map((path) => path.slice(message.length))
    expect(forms.sort(), message).toEqual(used)
  }
})

test.each(['en', ...translated] as const)('%s is set as print is', async (code) => {
  for (const [path, text] of code === 'en' ? english : await load(code)) {
    expect(text, path).not.toMatch(/^$|^\s|\s$|\s{2}|\ufffd/)
    expect(text, `${path}: quotation marks, apostrophes and ellipses are typographic`).not.toMatch(/["'`]|\.\.\./)
    expect(text, `${path}: one brace for a placeholder`).not.toMatch(/\{\{|\}\}|\{[^\w]|\{\w+[^\w}]/)
  }
})

test('French has no line break before its colons and inside its quotation marks', async () => {
  for (const [path, text] of await load('fr')) expect(text, path).not.toMatch(/ [:;!?»]|« |[^\s\u00a0][:;!?»]/)
})

test.each(['ja', 'zh-CN', 'zh-TW'] as const)('%s ends its sentences with its own full stop', async (code) => {
  for (const [path, text] of await load(code)) expect(text, path).not.toMatch(/[.,;?!]/)
})

test.each(translated)('%s has marks and buttons that fit a narrow column', async (code) => {
  const short = /^(phases|statuses|actions|more\.load)|^list\.(inactive|deleted|beforeTransfer|appeared|untitled)$/
  for (const [path, text] of await load(code)) if (short.test(path)) expect(width(text), path).toBeLessThanOrEqual(32)
})

/** In letters of the Latin alphabet: those of East Asia are as wide as two. */
function width(text: string): number {
  return [...text].reduce((sum, letter) => sum + (/[\u1100-\uffef]/.test(letter) ? 2 : 1), 0)
}

test('the accented pseudo-locale shows where it ends, and is longer than English', async () => {
  const texts = [...(await load('en-XA')).values()]
  for (const text of texts) expect(text).toMatch(/^\[.*\]$/)
  expect((await tables['en-XA']()).more.load).toBe('[Lóóáád úúp tóó {count} móóřéé]')
  const growth = texts.join('').length / [...english.values()].join('').length
  expect(growth).toBeGreaterThan(1.3)
  expect(growth).toBeLessThan(1.5)
})

test('the pseudo-locale from right to left turns each word, and no placeholder', async () => {
  const { more } = await tables['ar-XB']()
  expect(more.load).toBe('\u202eLoad\u202c \u202eup\u202c \u202eto\u202c {count} \u202emore\u202c')
})
