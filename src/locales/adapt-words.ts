import type { Messages } from './messages.ts'
import { fill, type PluralMessage, pluralForm } from './plural.ts'
import type { Words } from './words.ts'

/** Some of the panel's messages in other words: the shape of `Messages`, with any part left out. */
export type Strings = StringsLike<Messages>

type StringsLike<T> = {
  readonly [K in keyof T]?: (T[K] extends string | PluralMessage ? T[K] : StringsLike<T[K]>) | undefined
}

/** How a desktop writes numbers and times in place of the language; each gets what the function of `Words` gets. */
export type Formats = Partial<Pick<Words, 'number' | 'ago' | 'duration' | 'dateTime' | 'time'>>

/** The language with some of its words and formats replaced; the same object where nothing is. */
export function adaptWords(words: Words, strings?: Strings, formats: Formats = {}): Words {
  const { number } = formats
  if (strings === undefined && Object.keys(formats).length === 0) return words
  const rules = new Intl.PluralRules(words.locale)
  return {
    ...words,
    ...formats,
    // What counts writes its number as everything else does.
    ...(number && { plural: (message, count) => fill(pluralForm(message, rules, count), { count: number(count) }) }),
    // The keys are those of the table that came in.
    messages: strings === undefined ? words.messages : (replaceTexts(words.messages, strings) as unknown as Messages),
  }
}

interface Table {
  readonly [key: string]: string | Table | undefined
}

/** A copy of the table in which what is replaced is. A message with forms for counts is replaced as a whole. */
function replaceTexts(table: Table, by: Table): Table {
  const replace = ([key, old]: [string, Table[string]]) => {
    const text = by[key]
    if (text === undefined || typeof text === 'string') return [key, text ?? old]
    return [key, typeof old === 'object' && !('other' in old) ? replaceTexts(old, text) : text]
  }
  return Object.fromEntries(Object.entries(table).map(replace))
}
