import { build, preview } from 'vite'

/** As strict as a site can be: nothing inline, nothing from elsewhere. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'"

// From the demo's folder, which is the root of its build.
const outDir = '../../node_modules/.cache/e2e-demo'

/** The demo page as it is deployed, built and served under a strict policy. */
export async function startDemoSite() {
  const options = { mode: 'demo', logLevel: 'error', build: { outDir, emptyOutDir: true } } as const
  // Otherwise Vitest's NODE_ENV would get React's development build.
  await build({ ...options, define: { 'process.env.NODE_ENV': '"production"' } })
  const server = await preview({
    ...options,
    preview: { host: '127.0.0.1', port: 0, headers: { 'content-security-policy': policy } },
  })
  const url = server.resolvedUrls?.local[0]
  if (url === undefined) throw new Error('the demo site has no address')
  return { url, close: () => server.close() }
}
