/** The window in a frame of this page, and what it sends. */
export interface FrameWindow {
  /** Reaches it only while it is of this origin: the browser sees to that. */
  post(message: unknown, origin: string): void
  /** Returns the undo. */
  listen(onMessage: (message: { readonly origin: string; readonly data: unknown }) => void): () => void
}

export function windowIn(iframe: HTMLIFrameElement): FrameWindow {
  return {
    post: (message, origin) => iframe.contentWindow?.postMessage(message, origin),
    listen(onMessage) {
      const hear = ({ source, origin, data }: MessageEvent<unknown>) => {
        // Asked each time: a frame that is moved in the document has another window.
        if (source !== null && source === iframe.contentWindow) onMessage({ origin, data })
      }
      window.addEventListener('message', hear)
      return () => window.removeEventListener('message', hear)
    },
  }
}
