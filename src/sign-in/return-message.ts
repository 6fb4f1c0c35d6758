/** How the return page tells the page that opened it where the provider came back to. */
export interface ReturnMessage {
  readonly source: 'contact-cases-sign-in'
  readonly url: string
}

/** The name of the BroadcastChannel for popups that lost their opener. */
export const returnChannel = 'contact-cases-sign-in'

/** The URL of a message of ours that carries this `state`; null for all others. */
export function returnUrlOf(data: unknown, state: string): string | null {
  if (typeof data !== 'object' || data === null || !('source' in data) || data.source !== returnChannel) return null
  if (!('url' in data) || typeof data.url !== 'string' || !URL.canParse(data.url)) return null
  return new URL(data.url).searchParams.get('state') === state ? data.url : null
}

/** The URL that the provider came back to, once the return page of this request says it. */
export function hearReturn(state: string, signal: AbortSignal): Promise<string> {
  return new Promise((resolve) => {
    const over = new AbortController()
    const listening = AbortSignal.any([over.signal, signal])
    // A login page with a Cross-Origin-Opener-Policy cuts its popup off from us for good; a channel finds us again.
    const channel = new BroadcastChannel(returnChannel)
    const hear = ({ origin, data }: MessageEvent<unknown>) => {
      const url = origin === location.origin ? returnUrlOf(data, state) : null
      if (url === null) return
      over.abort()
      resolve(url)
    }
    window.addEventListener('message', hear, { signal: listening })
    channel.addEventListener('message', hear, { signal: listening })
    listening.addEventListener('abort', () => channel.close())
  })
}
