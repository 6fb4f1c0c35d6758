import { type ReturnMessage, returnChannel } from './return-message.ts'

// The page that the provider comes back to, in the popup or in the hidden frame. What it says goes to our own origin only.
const message: ReturnMessage = { source: returnChannel, url: location.href }
const asker: Window | null = window.opener ?? (window.parent === window ? null : window.parent)
// The code in the URL is good once; even so it need not stay there.
history.replaceState(null, '', location.pathname)

if (asker === null) {
  new BroadcastChannel(returnChannel).postMessage(message)
  window.close()
} else {
  asker.postMessage(message, location.origin)
}
