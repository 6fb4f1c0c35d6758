import { fileURLToPath } from 'node:url'
import { createServer } from 'vite'

/** Serves this repository's files to a browser, TypeScript included, under `url`; pages may import these packages. */
export async function serveSources(host: string, packages: string[]): Promise<{ url: string; close(): Promise<void> }> {
  const server = await createServer({
    configFile: false,
    root: fileURLToPath(new URL('../../', import.meta.url)),
    cacheDir: `node_modules/.vite/sources-of-${host}`,
    logLevel: 'error',
    server: { host, port: 0, hmr: false, watch: null },
    // Found late, a dependency would reload the page.
    optimizeDeps: { noDiscovery: true, include: packages },
  })
  await server.listen()
  const [url = ''] = server.resolvedUrls?.local ?? []
  return { url, close: () => server.close() }
}
