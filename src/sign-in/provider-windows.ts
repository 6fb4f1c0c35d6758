import { hearReturn } from './hear-return.ts'
import type { PageRequest } from './provider.ts'

/** A popup for the provider's page; empty until `ask`. */
export interface Popup {
  /** The URL that the provider comes back to; never, where the agent does not come so far. */
  ask(request: PageRequest, signal: AbortSignal): Promise<string>
  close(): void
}

/** The two places where a page of the provider can be. */
export interface ProviderWindows {
  /** null: the browser blocked it. `onClosed` is called when it looks closed; `signal` closes it without a word. */
  openPopup(onClosed: () => void, signal: AbortSignal): Popup | null
  /** Asks in a hidden frame; null where the provider did not come back in time. */
  askInFrame(request: PageRequest): Promise<string | null>
}

// The platform has no event for it.
const lookForPopupMs = 300

const popupSize = { width: 480, height: 640 } as const

// A provider that will not be framed shows nothing and says nothing.
const frameMs = 8_000

export const browserWindows: ProviderWindows = {
  openPopup(onClosed, signal) {
    const popup = window.open('', '_blank', featuresInTheMiddle())
    if (popup === null) return null
    const timer = setInterval(() => {
      if (!popup.closed) return
      clearInterval(timer)
      onClosed()
    }, lookForPopupMs)
    const close = () => {
      clearInterval(timer)
      popup.close()
    }
    signal.addEventListener('abort', close)
    return {
      close,
      async ask({ url, state }, asking) {
        const returned = hearReturn(state, asking)
        popup.location.replace(url)
        return returned
      },
    }
  },

  async askInFrame({ url, state }) {
    const frame = document.createElement('iframe')
    frame.hidden = true
    frame.src = url
    const timeout = AbortSignal.timeout(frameMs)
    const late = new Promise<null>((resolve) => timeout.addEventListener('abort', () => resolve(null)))
    const returned = hearReturn(state, timeout)
    document.body.append(frame)
    try {
      return await Promise.race([returned, late])
    } finally {
      frame.remove()
    }
  },
}

function featuresInTheMiddle(): string {
  const { width, height } = popupSize
  const left = Math.round(window.screenX + (window.outerWidth - width) / 2)
  const top = Math.round(window.screenY + (window.outerHeight - height) / 2)
  return `popup,width=${width},height=${height},left=${left},top=${top}`
}
