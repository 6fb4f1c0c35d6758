import { use, useCallback, useMemo } from 'react'
import type { ListOptions } from '../../cases/list-options.ts'
import { PreferencesContext, usePreferences } from '../preferences-context.ts'

/** How the agent wants to see the list: what is remembered, and the filter, which is not. */
export function useListOptions(filter: string): ListOptions {
  const [{ grouped, order, collapsed }] = usePreferences()
  return useMemo(() => ({ grouped, order, filter, collapsed: new Set(collapsed) }), [grouped, order, filter, collapsed])
}

/** Folds a template away or brings its cases back; always the same function. */
export function useCollapse(): (templateId: string, collapsed: boolean) => void {
  const store = use(PreferencesContext)
  return useCallback(
    (templateId, collapsed) => {
      const others = store.get().collapsed.filter((each) => each !== templateId)
      store.set({ collapsed: collapsed ? [...others, templateId] : others })
    },
    [store],
  )
}
