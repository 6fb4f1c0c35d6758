import type { ListRow } from '../../cases/template-rows.ts'
import { type ListKey, listKeyOf } from '../list/list-keys.ts'
import { moveFrom } from '../list/row-moves.ts'
import { indexRows, keepPlace, noPlace, placeOf } from '../list/row-place-kept.ts'
import { templateAt } from '../list/row-places.ts'
import { shortcutOf } from '../shortcuts/shortcut-keys.ts'

/** What a key led to beyond the keyboard's own place. */
export type KeyEffect =
  | { readonly kind: 'press' | 'refresh' }
  | { readonly kind: 'fold'; readonly templateId: string; readonly collapsed: boolean }
  | { readonly kind: 'open'; readonly caseId: string }

const context = { shortcuts: true, typing: false, direction: 'ltr' } as const
const page = 5

/** What the panel's keys lead to, without a document: a place in the list, and what is done from there. */
export function createHeadlessKeys() {
  let place = noPlace

  function inList(key: ListKey, rows: readonly ListRow[]): KeyEffect | null {
    const { index } = place
    const row = rows[index]
    if (row === undefined) return null
    if (key.kind === 'move') place = placeOf(rows, moveFrom(index, key.move, rows.length, page))
    if (key.kind === 'open' && row.kind === 'case') return { kind: 'open', caseId: row.caseId }
    if (row.kind === 'template' && (key.kind === 'into' ? row.collapsed : key.kind === 'out' && !row.collapsed)) {
      return { kind: 'fold', templateId: row.templateId, collapsed: key.kind === 'out' }
    }
    if (row.kind === 'case' && key.kind === 'out' && templateAt(rows, index) >= 0) {
      place = placeOf(rows, templateAt(rows, index))
    }
    return null
  }

  return {
    /** Another contact has a list of its own. */
    leave() {
      place = noPlace
    },
    /** The place in these rows. */
    follow(rows: readonly ListRow[]) {
      place = keepPlace(place === noPlace ? placeOf(rows, 0) : place, rows, indexRows(rows))
    },
    press(key: string, rows: readonly ListRow[]): KeyEffect | null {
      const code = /^[a-z]$/.test(key) ? `Key${key.toUpperCase()}` : ''
      const pressed = { key, code, shiftKey: false, ctrlKey: false, altKey: false, metaKey: false, isComposing: false }
      const listKey = listKeyOf(pressed, context)
      if (listKey !== null) return inList(listKey, rows)
      const shortcut = shortcutOf(pressed)
      if (shortcut === 'loadMore') return { kind: 'press' }
      return shortcut === 'refresh' ? { kind: 'refresh' } : null
    },
  }
}
