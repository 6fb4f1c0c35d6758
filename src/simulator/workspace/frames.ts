import { isInit } from './protocol/app-message.ts'
import type { WorkspaceStore } from './workspace-store.ts'

/** The frames on the page by their ids. */
export type Frames = Map<string, HTMLIFrameElement>

/** Takes each app's greeting: only a window that is framed here is heard, whatever origin it claims. */
export function listenToFrames(frames: Frames, store: WorkspaceStore): void {
  window.addEventListener('message', ({ source, data, ports }: MessageEvent<unknown>) => {
    const [frameId] =
      [...frames].find(([, { contentWindow }]) => contentWindow !== null && contentWindow === source) ?? []
    const [port] = ports
    if (frameId === undefined || !port || !isInit(data)) return
    port.onmessage = (said: MessageEvent<unknown>) => store.hear(frameId, port, said.data)
    store.greet(frameId, port)
  })
}
