import { en } from './en.ts'
import type { Messages } from './messages.ts'

const plain = 'aceginorsuyzACEGINORSUYZ'
const accented = 'áçéğíñóřšúýžÁÇÉĞÍÑÓŘŠÚÝŽ'

/**
 * English in accents, in brackets and with its vowels twice, as long as German would be: a text without accents was
 * never looked up, one without its last bracket is cut off.
 */
export const enXA: Messages = inEveryText(en, (text) => {
  const longer = outsidePlaceholders(text, (part) => part.replace(/[aeiouy]/g, '$&$&'))
  return `[${outsidePlaceholders(longer, (part) => part.replace(/\w/g, accent))}]`
})

/** English that runs from right to left: each word between RIGHT-TO-LEFT OVERRIDE and POP DIRECTIONAL FORMATTING. */
export const arXB: Messages = inEveryText(en, (text) =>
  outsidePlaceholders(text, (part) => part.replace(/[\p{L}\p{N}]+/gu, '\u202e$&\u202c')),
)

function accent(letter: string): string {
  return accented[plain.indexOf(letter)] ?? letter
}

function outsidePlaceholders(text: string, change: (part: string) => string): string {
  return text.replace(/(\{\w+\})|[^{]+/g, (part, placeholder?: string) => placeholder ?? change(part))
}

interface Table {
  readonly [key: string]: string | Table
}

function inEveryText(table: Messages, change: (text: string) => string): Messages {
  const changed = (part: Table): Table =>
    Object.fromEntries(
      Object.entries(part).map(([key, value]) => [key, typeof value === 'string' ? change(value) : changed(value)]),
    )
  // The keys are those of the table that came in.
  return changed(table) as unknown as Messages
}
