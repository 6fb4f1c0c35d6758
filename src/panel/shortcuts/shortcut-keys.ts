/** What a single key does anywhere in the panel; keys of the list are the list's. */
export type ShortcutAction = 'filter' | 'refresh' | 'loadMore' | 'help'

/** A key press as far as it matters here. */
export type KeyPress = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'altKey' | 'metaKey' | 'isComposing'>

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
export function shortcutOf({ key, shiftKey, ctrlKey, altKey, metaKey, isComposing }: KeyPress): ShortcutAction | null {
  if (ctrlKey || altKey || metaKey || isComposing) return null
  // Caps Lock gives capitals without Shift.
  return signs.get(key) ?? (shiftKey ? undefined : letters.get(key.toLowerCase())) ?? null
}
