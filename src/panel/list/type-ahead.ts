/** What was typed so far, and when its last letter came: milliseconds of any clock. */
export interface Typed {
  readonly text: string
  readonly at: number
}

export const nothingTyped: Typed = { text: '', at: 0 }

// Long enough for a slow typist, short enough that the next word is a new one.
const pauseMs = 900

export function isTyping(typed: Typed, now: number): boolean {
  return typed.text !== '' && now - typed.at < pauseMs
}

/** A further letter; after a pause, the first of a new text. */
export function typeOn(typed: Typed, letter: string, now: number): Typed {
  return { text: isTyping(typed, now) ? typed.text + letter : letter, at: now }
}

/**
 * The row whose name begins with the text, looked for from the given one on and around. Upper case and accents make no
 * difference. One letter, and the same letter again, goes on to the next row.
 */
export function findTyped(
  text: string,
  { count, from, nameOf, locale }: { count: number; from: number; nameOf: (index: number) => string; locale: string },
): number | null {
  const [first = '', ...rest] = lettersOf(text)
  const repeated = rest.every((letter) => letter === first)
  const wanted = repeated ? first : text
  const collator = new Intl.Collator(locale, { usage: 'search', sensitivity: 'base' })
  const length = lettersOf(wanted).length
  for (let step = repeated ? 1 : 0; step <= count; step++) {
    const index = (from + step) % count
    const beginning = lettersOf(nameOf(index).trimStart()).slice(0, length).join('')
    if (collator.compare(beginning, wanted) === 0) return index
  }
  return null
}

// Composed, so that an accent typed as one character and stored as two is one letter in both.
function lettersOf(text: string): string[] {
  return [...text.normalize('NFC')]
}
