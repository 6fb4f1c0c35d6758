import { build } from 'vite'

/** Where the tests' own build of the page is: a developer's `dist` stays as it is. */
export const pageDirectory = 'node_modules/.cache/e2e-page'

/** Builds the page once, before the first end-to-end test: they run what is deployed. */
export async function setup(): Promise<void> {
  const before = process.env['NODE_ENV']
  // Vitest sets it to "test", and with that, whatever the mode, React would be built for development.
  process.env['NODE_ENV'] = 'production'
  await build({ logLevel: 'error', build: { outDir: pageDirectory, emptyOutDir: true } })
  process.env['NODE_ENV'] = before
}
