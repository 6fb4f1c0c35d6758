import { createContext, use, useSyncExternalStore } from 'react'
import { createPreferences, type PreferenceStore, type Preferences } from './preferences.ts'

/** The panel's preferences; without a provider they last as long as the page. */
export const PreferencesContext = createContext<PreferenceStore>(
  createPreferences({ getItem: () => null, setItem: () => {} }, ''),
)

/** What the agent set, and how to change it. */
export function usePreferences(): [Preferences, PreferenceStore['set']] {
  const store = use(PreferencesContext)
  return [useSyncExternalStore(store.subscribe, store.get), store.set]
}
