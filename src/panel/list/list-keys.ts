import { type KeyPress, shortcutLetterOf, shortcutOf } from '../shortcuts/shortcut-keys.ts'

/** Where a key moves the keyboard's place to. */
export type RowMove = 'next' | 'previous' | 'first' | 'last' | 'pageDown' | 'pageUp'

/** What a key does in the list. */
export type ListKey =
  | { readonly kind: 'move'; readonly move: RowMove }
  /** Opens a template, goes to its first case, or into the actions of a case. */
  | { readonly kind: 'into' }
  /** Leaves the actions, goes to the template, or closes it. */
  | { readonly kind: 'out' }
  | { readonly kind: 'leaveActions' }
  | { readonly kind: 'open' }
  | { readonly kind: 'toggle' }
  | { readonly kind: 'copy'; readonly what: 'reference' | 'link' }
  | { readonly kind: 'type'; readonly letter: string }

export interface KeyContext {
  /** Whether the agent lets single keys do something. */
  readonly shortcuts: boolean
  /** Whether a title is being typed at this moment. */
  readonly typing: boolean
  readonly direction: 'ltr' | 'rtl'
}

const fixedKeys = new Map<string, ListKey>([
  ['ArrowDown', { kind: 'move', move: 'next' }],
  ['ArrowUp', { kind: 'move', move: 'previous' }],
  ['Home', { kind: 'move', move: 'first' }],
  ['End', { kind: 'move', move: 'last' }],
  ['PageDown', { kind: 'move', move: 'pageDown' }],
  ['PageUp', { kind: 'move', move: 'pageUp' }],
  ['Enter', { kind: 'open' }],
  ['Escape', { kind: 'leaveActions' }],
])

/** The meaning of a key in the list; null: none here, though perhaps elsewhere in the panel. */
export function listKeyOf(pressed: KeyPress, { shortcuts, typing, direction }: KeyContext): ListKey | null {
  const { key } = pressed
  // While an input method composes, its keys are its own.
  if (pressed.isComposing || pressed.altKey || pressed.ctrlKey || pressed.metaKey) return null
  const fixed = fixedKeys.get(key)
  if (fixed) return fixed
  if (key === 'ArrowRight' || key === 'ArrowLeft') {
    return { kind: (key === 'ArrowRight') === (direction === 'ltr') ? 'into' : 'out' }
  }
  if (key === ' ' && !typing) return { kind: 'toggle' }
  // Names of other keys (F1, Dead, Process) are longer than the one character that a letter gives.
  if ([...key].length !== 1) return null
  const letter = { kind: 'type', letter: key } as const
  if (!shortcuts || typing) return letter
  // What the panel around the list listens to is left to it.
  return copyKeyOf(pressed) ?? (shortcutOf(pressed) === null ? letter : null)
}

// With Shift the letter begins a title instead.
function copyKeyOf(pressed: KeyPress): ListKey | null {
  const letter = shortcutLetterOf(pressed)
  if (letter === 'c') return { kind: 'copy', what: 'reference' }
  return letter === 'l' ? { kind: 'copy', what: 'link' } : null
}
