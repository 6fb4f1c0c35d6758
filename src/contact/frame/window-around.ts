/** The window that frames this page, and what it sends. */
export interface WindowAround {
  /** Its origin; null where the browser does not say. */
  readonly origin: string | null
  /** Reaches it only while it is of this origin: the browser sees to that. */
  post(message: unknown, origin: string): void
  listen(onMessage: (message: { readonly origin: string; readonly data: unknown }) => void): void
}

/** The window around the page; null where the page is not framed. */
export function windowAroundPage(): WindowAround | null {
  const { parent } = window
  if (parent === window) return null
  return {
    // Not every browser has it.
    origin: (location.ancestorOrigins as DOMStringList | undefined)?.[0] ?? null,
    post: (message, origin) => parent.postMessage(message, origin),
    listen(onMessage) {
      window.addEventListener('message', ({ source, origin, data }: MessageEvent<unknown>) => {
        if (source === parent) onMessage({ origin, data })
      })
    },
  }
}
