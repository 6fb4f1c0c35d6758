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

/** What is read of a keyboard event. */
export interface PressedKey {
  readonly key: string
  readonly altKey: boolean
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly shiftKey: boolean
}

export interface KeyContext {
  /** Whether the agent lets single keys do something. */
  readonly shortcuts: boolean
  /** Whether a title is being typed at this moment. */
  readonly typing: boolean
  readonly direction: 'ltr' | 'rtl'
}

const fixedKeys: Readonly<Record<string, ListKey>> = {
  ArrowDown: { kind: 'move', move: 'next' },
  ArrowUp: { kind: 'move', move: 'previous' },
  Home: { kind: 'move', move: 'first' },
  End: { kind: 'move', move: 'last' },
  PageDown: { kind: 'move', move: 'pageDown' },
  PageUp: { kind: 'move', move: 'pageUp' },
  Enter: { kind: 'open' },
  Escape: { kind: 'leaveActions' },
}

/** The meaning of a key in the list; null: none here, though perhaps elsewhere in the panel. */
export function listKeyOf(pressed: PressedKey, { shortcuts, typing, direction }: KeyContext): ListKey | null {
  const { key } = pressed
  if (pressed.altKey || pressed.ctrlKey || pressed.metaKey) return null
  const fixed = fixedKeys[key]
  if (fixed) return fixed
  if (key === 'ArrowRight' || key === 'ArrowLeft') {
    return { kind: (key === 'ArrowRight') === (direction === 'ltr') ? 'into' : 'out' }
  }
  if (key === ' ' && !typing) return { kind: 'toggle' }
  // Names of other keys (F1, Dead, Process) are longer than the one character that a letter gives.
  if ([...key].length !== 1) return null
  if (!shortcuts || typing) return { kind: 'type', letter: key }
  return shortcutOf(pressed) ?? (isPanelKey(pressed) ? null : { kind: 'type', letter: key })
}

// With Shift the letter begins a title instead. Caps Lock changes nothing.
function shortcutOf({ key, shiftKey }: PressedKey): ListKey | null {
  if (shiftKey) return null
  if (key.toLowerCase() === 'c') return { kind: 'copy', what: 'reference' }
  return key.toLowerCase() === 'l' ? { kind: 'copy', what: 'link' } : null
}

/** Keys that the panel around the list listens to. */
function isPanelKey({ key, shiftKey }: PressedKey): boolean {
  return key === '/' || key === '?' || (!shiftKey && ['r', 'm'].includes(key.toLowerCase()))
}
