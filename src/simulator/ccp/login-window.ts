import { z } from 'zod'

const signedIn = z.object({ signedIn: z.string() })

/** Whether this page is the window that Streams opens for an agent to sign in (`loginPopup`). */
export function isLoginWindow(): boolean {
  return window.opener !== null && window.parent === window
}

/** Signs in where the softphone is, a frame of the page that opened this window, and closes the window. */
export function signInFromLoginWindow(agent: string): void {
  const opener: Window = window.opener
  for (let index = 0; index < opener.length; index++) {
    opener[index]?.postMessage({ signedIn: agent }, location.origin)
  }
  window.close()
}

/** Tells the softphone who has signed in in the login window. */
export function watchLoginWindow(onSignIn: (agent: string) => void): void {
  window.addEventListener('message', ({ origin, data }: MessageEvent<unknown>) => {
    const message = origin === location.origin ? signedIn.safeParse(data).data : undefined
    if (message) onSignIn(message.signedIn)
  })
}
