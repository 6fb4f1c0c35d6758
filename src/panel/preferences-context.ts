import { createContext, use, useSyncExternalStore } from 'react'
import { createPreferences, defaultPreferences, type PreferenceStore, type Preferences } from './preferences.ts'

/** The panel's preferences; without a provider they last as long as the page. */
export const PreferencesContext = createContext<PreferenceStore>(
  createPreferences({ getItem: () => null, setItem: () => {} }, ''),
)

/** What the agent set, and how to change it; a server cannot know, nor can who takes over its markup. */
export function usePreferences(): [Preferences, PreferenceStore['set']] {
  const store = use(PreferencesContext)
  return [useSyncExternalStore(store.subscribe, store.get, () => defaultPreferences), store.set]
}
