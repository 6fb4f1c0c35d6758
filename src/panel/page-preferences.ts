import { createPreferences, type PreferenceStorage, type PreferenceStore } from './preferences.ts'

/** Preferences kept by the browser for one Cases domain: folded templates are the domain's. */
export function pagePreferences(domainId: string): PreferenceStore {
  return createPreferences(pageStorage(), `contact-cases ${domainId}`)
}

// Where cookies are blocked, as in frames of other sites, even reading the property throws.
function pageStorage(): PreferenceStorage {
  try {
    return window.localStorage
  } catch {
    return { getItem: () => null, setItem: () => {} }
  }
}
