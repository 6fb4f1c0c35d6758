import { fileURLToPath } from 'node:url'
import type { Emulator } from '../../../src/emulator/emulator.ts'
import { servePages } from '../serve-pages.ts'
import { everyHost, serveStack, startServices } from '../stack.ts'
import type { Stage } from './host-desk.ts'

/** One emulator, one simulator, a server for each host of our page, and desktops of other people. */
export async function startStage(): Promise<Stage & { readonly emulator: Emulator; close(): Promise<void> }> {
  const root = fileURLToPath(new URL('./pages', import.meta.url))
  const files = ['react-desktop', 'mounted-panel', 'panel-element', 'framing-desktop']
  const [services, desktops] = await Promise.all([
    startServices(),
    servePages({ root, build: { rolldownOptions: { input: files.map((name) => `${root}/${name}.html`) } } }),
  ])
  const { origin } = new URL(desktops.url)
  const [streams, workspace, frame] = await Promise.all([
    serveStack(services, {
      pageConfig: ({ ccpUrl }) => ({ host: 'streams', ccpUrl, ...everyHost }),
      env: { ALLOWED_ORIGINS: origin },
    }),
    serveStack(services, {
      pageConfig: () => ({ host: 'workspace', ...everyHost }),
      env: { FRAME_ANCESTORS: services.simulator.url },
    }),
    serveStack(services, { pageConfig: () => ({ host: 'frame', embedders: [origin], ...everyHost }) }),
  ])
  return {
    emulator: services.emulator,
    simulator: services.simulator,
    servers: { streams: streams.url, workspace: workspace.url, frame: frame.url },
    desktops: desktops.url,
    async close() {
      await Promise.all([streams, workspace, frame, desktops].map((server) => server.close()))
      await services.close()
    },
  }
}
