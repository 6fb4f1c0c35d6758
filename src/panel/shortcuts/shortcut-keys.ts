/** What a single key does anywhere in the panel; keys of the list are the list's. */
export type ShortcutAction = 'filter' | 'refresh' | 'loadMore' | 'help'

/** A key press as far as it matters here. */
export type KeyPress = Pick<
  KeyboardEvent,
  'key' | 'code' | 'shiftKey' | 'ctrlKey' | 'altKey' | 'metaKey' | 'isComposing'
>

const letters = new Map<string, ShortcutAction>([
  ['r', 'refresh'],
  ['m', 'loadMore'],
])
// Some keyboards need Shift for these.
const signs = new Map<string, ShortcutAction>([
  ['/', 'filter'],
  ['?', 'help'],
])

/** The action of a key press; null: it is none of ours. */
export function shortcutOf(pressed: KeyPress): ShortcutAction | null {
  if (pressed.ctrlKey || pressed.altKey || pressed.metaKey || pressed.isComposing) return null
  return signs.get(pressed.key) ?? letters.get(shortcutLetterOf(pressed) ?? '') ?? null
}

/**
 * The letter that a key press stands for as a shortcut, in lower case; null with Shift, and for other keys. Caps Lock
 * changes nothing. A keyboard set to another script (Hangul, say) has the Latin letter printed on the same key.
 */
export function shortcutLetterOf({ key, code, shiftKey }: KeyPress): string | null {
  if (shiftKey) return null
  if (/^[a-z]$/i.test(key)) return key.toLowerCase()
  const isOtherScript = /^[^\p{ASCII}]$/u.test(key)
  return (isOtherScript && /^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase()) || null
}
