import * as z from 'zod/mini'

/** How an agent left the list, and finds it again tomorrow. No case or contact is ever in it. */
export interface Preferences {
  readonly grouped: boolean
  readonly order: 'listed' | 'updated' | 'status' | 'reference'
  /** Ids of templates that are folded. */
  readonly collapsed: readonly string[]
  /** Whether single keys do something. */
  readonly shortcuts: boolean
  /** Whether rows had extra fields: the list keeps a line for them before it has any. */
  readonly fieldLine: boolean
}

const preferences = z.object({
  grouped: z.catch(z.boolean(), true),
  order: z.catch(z.enum(['listed', 'updated', 'status', 'reference']), 'listed'),
  collapsed: z.catch(z.array(z.string()), []),
  shortcuts: z.catch(z.boolean(), true),
  fieldLine: z.catch(z.boolean(), false),
})

/** What an agent finds on the first day. */
export const defaultPreferences: Preferences = preferences.parse({})

/** Where preferences are kept: `localStorage`, or memory where the browser forbids it. */
export type PreferenceStorage = Pick<Storage, 'getItem' | 'setItem'>

/** Preferences as an external store: for `useSyncExternalStore`. */
export interface PreferenceStore {
  get(): Preferences
  set(change: Partial<Preferences>): void
  subscribe(onChange: () => void): () => void
}

export function createPreferences(storage: PreferenceStorage, key: string): PreferenceStore {
  // Read when somebody wants to know: the first look into `localStorage` makes the page wait for the browser.
  let current: Preferences | null = null
  const get = () => {
    current ??= read(storage, key)
    return current
  }
  const listeners = new Set<() => void>()
  return {
    get,
    set(change) {
      current = { ...get(), ...change }
      write(storage, key, current)
      for (const listener of [...listeners]) listener()
    },
    subscribe(onChange) {
      const listener = () => onChange()
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}

function read(storage: PreferenceStorage, key: string): Preferences {
  try {
    return preferences.parse(JSON.parse(storage.getItem(key) ?? '{}'))
  } catch {
    return defaultPreferences
  }
}

// Storage may be full, or forbidden in a frame of another site: the choice then lasts as long as the page.
function write(storage: PreferenceStorage, key: string, value: Preferences): void {
  try {
    storage.setItem(key, JSON.stringify(value))
  } catch {}
}
