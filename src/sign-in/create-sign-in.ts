import type { PageAuth } from '../contract/page-auth.ts'
import { createLeftMark } from './left-mark.ts'
import { createOidcProvider } from './oidc-provider.ts'
import { browserWindows } from './provider-windows.ts'
import type { SessionClock } from './session.ts'
import type { SignIn } from './sign-in.ts'
import { createSignInStore } from './sign-in-store.ts'

const clock: SessionClock = {
  now: () => Date.now(),
  after(ms, run) {
    const timer = setTimeout(run, ms)
    return () => clearTimeout(timer)
  },
}

/** Sign-in at the provider of the page's settings, in this browser. The provider comes back to `/sign-in.html`. */
export function createSignIn(auth: PageAuth): SignIn {
  return createSignInStore({
    provider: createOidcProvider(auth, new URL('/sign-in.html', location.origin).href),
    windows: browserWindows,
    clock,
    fetch: (url, init) => fetch(url, init),
    leftMark: createLeftMark(
      () => localStorage,
      (onChange) => window.addEventListener('storage', onChange),
    ),
  })
}
