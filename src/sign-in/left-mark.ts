/** Notes that the agent signed out by hand: until somebody signs in by hand, nobody is signed in unseen. */
export interface LeftMark {
  isSet(): boolean
  set(): void
  clear(): void
}

const key = 'contact-cases:signed-out'

/** In the browser's storage, so that a reload and another tab know it too. It says nothing of whom. */
export function createLeftMark(storage: () => Storage): LeftMark {
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
  }
}
