/** Notes that the agent signed out by hand: until somebody signs in by hand, nobody is signed in unseen. */
export interface LeftMark {
  isSet(): boolean
  set(): void
  clear(): void
  /** Tells of a sign-out, and of a sign-in after it, on another page: another tab, or the frame of another contact. */
  watchOthers(onChange: (isSet: boolean) => void): void
}

/** Part of the event `storage`, which a browser sends to all pages of an origin but the one that changed something. */
interface StorageChange {
  readonly key: string | null
  readonly newValue: string | null
}

const key = 'contact-cases:signed-out'

/** In the browser's storage, so that a reload and another tab know it too. It says nothing of whom. */
export function createLeftMark(
  storage: () => Storage,
  watchStorage: (onChange: (change: StorageChange) => void) => void,
): LeftMark {
  // Where storage is forbidden, the mark lasts as long as the page.
  let isSet = false
  function attempt<Value>(act: () => Value): Value | null {
    try {
      return act()
    } catch {
      return null
    }
  }
  return {
    isSet: () => isSet || attempt(() => storage().getItem(key)) != null,
    set() {
      isSet = true
      attempt(() => storage().setItem(key, 'yes'))
    },
    clear() {
      isSet = false
      attempt(() => storage().removeItem(key))
    },
    watchOthers(onChange) {
      watchStorage((change) => {
        if (change.key !== key) return
        isSet = change.newValue !== null
        onChange(isSet)
      })
    },
  }
}
