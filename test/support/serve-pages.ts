import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { InlineConfig } from 'vite'
import { productionBuild } from './production-build.ts'

/** Pages on an origin of their own. */
export interface ServedPages {
  /** Ends with a slash. */
  readonly url: string
  close(): Promise<void>
}

/** Bundles pages in memory, from packages as they are published, and serves them. */
export async function servePages(config: InlineConfig): Promise<ServedPages> {
  const result = await productionBuild({
    ...{ configFile: false, envFile: false, publicDir: false },
    ...config,
    build: { ...config.build, write: false, modulePreload: false, chunkSizeWarningLimit: 2000 },
  })
  const files = new Map(
    [result]
      .flat()
      .flatMap((bundle) => ('output' in bundle ? bundle.output : []))
      .map((file) => [`/${file.fileName}`, file.type === 'chunk' ? file.code : file.source]),
  )
  const server = createServer((request, response) => {
    const path = (request.url ?? '/').split('?')[0]?.replace(/\/$/, '/index.html') ?? ''
    const type = path.endsWith('.html') ? 'text/html' : path.endsWith('.css') ? 'text/css' : 'text/javascript'
    response.writeHead(files.has(path) ? 200 : 404, { 'content-type': type }).end(files.get(path))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo // it listens on TCP
  return {
    url: `http://127.0.0.1:${port}/`,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
