import { createContext, type KeyboardEvent, use, useEffect, useState } from 'react'
import { PreferencesContext } from '../preferences-context.ts'
import { type ShortcutAction, shortcutOf } from './shortcut-keys.ts'

type Handlers = Map<ShortcutAction, () => void>

/** What is there to be done by keys now. */
export const ShortcutsContext = createContext<Handlers>(new Map())

/** Does something at the action's key for as long as the component is there; null: not now. */
export function useShortcut(action: ShortcutAction, run: (() => void) | null): void {
  const handlers = use(ShortcutsContext)
  useEffect(() => {
    if (run === null) return
    handlers.set(action, run)
    return () => void handlers.delete(action)
  }, [handlers, action, run])
}

/** The handlers for the context, and the one listener that calls them: for the panel's root, never the document. */
export function useShortcuts(): { handlers: Handlers; onKeyDown(event: KeyboardEvent): void } {
  const [handlers] = useState<Handlers>(() => new Map())
  const preferences = use(PreferencesContext)
  return {
    handlers,
    onKeyDown(event) {
      // A key that was handled inside, such as one of the list's, is used up.
      if (!preferences.get().shortcuts || event.defaultPrevented || isTakenBy(event.target)) return
      const action = shortcutOf(event.nativeEvent)
      const run = action === null ? undefined : handlers.get(action)
      if (run === undefined) return
      event.preventDefault()
      run()
    },
  }
}

/** Whether letters mean something else there: text, the native type-ahead of a select, or a dialog over the panel. */
function isTakenBy(target: EventTarget): boolean {
  return target instanceof Element && target.closest('input, textarea, select, [contenteditable], dialog') !== null
}
