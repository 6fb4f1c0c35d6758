import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { preview } from 'vite'

/** As strict as a site can be: nothing inline, nothing from elsewhere. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'"

// From the demo's folder, which is the root of its build: a developer's `dist` stays as it is.
const outDir = '../../node_modules/.cache/e2e-demo'

/** The demo page as it is deployed, built and served under a strict policy. */
export async function startDemoSite() {
  // A process of its own: in this one NODE_ENV is "test", and React would be built for development.
  const env = { ...process.env, NODE_ENV: 'production' }
  const build = ['node_modules/vite/bin/vite.js', 'build', '--mode', 'demo', '--outDir', outDir, '--logLevel', 'error']
  await promisify(execFile)(process.execPath, build, { env })
  const server = await preview({
    mode: 'demo',
    logLevel: 'error',
    build: { outDir },
    preview: { host: '127.0.0.1', port: 0, headers: { 'content-security-policy': policy } },
  })
  const url = server.resolvedUrls?.local[0]
  if (url === undefined) throw new Error('the demo site has no address')
  return { url, close: () => server.close() }
}
