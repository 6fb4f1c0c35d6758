import { type KeyboardEvent, useRef } from 'react'
import type { ListRow } from '../../cases/template-rows.ts'
import { usePreferences } from '../preferences-context.ts'
import { useWords } from '../words-context.tsx'
import { type ListKey, listKeyOf } from './list-keys.ts'
import { type FocusedRow, focusBeside, focusedRow, focusOn, press } from './row-controls.ts'
import { moveFrom } from './row-moves.ts'
import { rowName } from './row-names.ts'
import { templateAt } from './row-places.ts'
import { findTyped, isTyping, nothingTyped, typeOn } from './type-ahead.ts'

interface ListKeysOptions {
  readonly rows: readonly ListRow[]
  /** How many rows are in sight. */
  readonly page: number
  /** Puts the focus on a row and the row in sight. */
  readonly goTo: (index: number) => void
  /** Puts the focus on a row that is in sight. */
  readonly focusRow: (index: number) => void
  readonly onCollapse: (templateId: string, collapsed: boolean) => void
}

/** What the keys do while the focus is in the list. A key that did something is marked so by `preventDefault`. */
export function useListKeys({
  rows,
  page,
  goTo,
  focusRow,
  onCollapse,
}: ListKeysOptions): (event: KeyboardEvent) => void {
  const words = useWords()
  const [{ shortcuts }] = usePreferences()
  const typed = useRef(nothingTyped)

  function type(letter: string, index: number, now: number): boolean {
    typed.current = typeOn(typed.current, letter, now)
    const nameOf = (at: number) => {
      const row = rows[at]
      return row === undefined ? '' : rowName(row, words.messages)
    }
    const options = { count: rows.length, from: index, nameOf, locale: words.locale }
    const found = findTyped(typed.current.text, options)
    if (found !== null) goTo(found)
    return true
  }

  function act(key: ListKey, { element, index, onRow }: FocusedRow, now: number): boolean {
    const row = rows[index]
    if (row === undefined) return false
    switch (key.kind) {
      case 'move':
        goTo(moveFrom(index, key.move, rows.length, page))
        return true
      case 'copy':
        return press(element, key.what)
      case 'open':
        return onRow && press(element, 'open')
      case 'toggle':
        return onRow && row.kind === 'template' && press(element, 'open')
      case 'type':
        return onRow && type(key.letter, index, now)
      case 'leaveActions':
        return !onRow && focusOn(element)
      case 'into':
        if (row.kind === 'case') return focusBeside(element, 1)
        if (row.collapsed) onCollapse(row.templateId, false)
        else goTo(moveFrom(index, 'next', rows.length, page))
        return true
      case 'out':
        if (!onRow) return focusBeside(element, -1)
        if (row.kind === 'template' && !row.collapsed) onCollapse(row.templateId, true)
        // Its own place may be far above, but it sticks to the top: nothing scrolls.
        else if (row.kind === 'case' && templateAt(rows, index) >= 0) focusRow(templateAt(rows, index))
        return true
    }
  }

  return (event) => {
    const focused = event.defaultPrevented ? null : focusedRow(event)
    if (focused === null) return
    const typing = isTyping(typed.current, event.timeStamp)
    const key = listKeyOf(event.nativeEvent, { shortcuts, typing, direction: words.direction })
    if (key?.kind !== 'type') typed.current = nothingTyped
    // A key that is held down moves on, but opens no second tab.
    const again = event.repeat && (key?.kind === 'open' || key?.kind === 'copy' || key?.kind === 'toggle')
    if (again || (key !== null && act(key, focused, event.timeStamp))) event.preventDefault()
  }
}
