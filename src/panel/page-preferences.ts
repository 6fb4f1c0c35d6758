import { createPreferences, type PreferenceStorage, type PreferenceStore } from './preferences.ts'

/** Preferences kept by the browser for one Cases domain: folded templates are the domain's. */
export function pagePreferences(domainId: string): PreferenceStore {
  return createPreferences(pageStorage, `contact-cases ${domainId}`)
}

// Where cookies are blocked, as in frames of other sites, even reading the property throws.
const pageStorage: PreferenceStorage = {
  getItem: (key) => window.localStorage.getItem(key),
  setItem: (key, value) => window.localStorage.setItem(key, value),
}
