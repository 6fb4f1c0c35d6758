import { returnChannel, returnUrlOf } from './return-message.ts'

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
