import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { build } from 'vite'

/** The pages that the panel's own is held against, and the panel without a softphone. */
export type BenchPage = 'strict' | 'bare' | 'usual' | 'empty' | 'alone'

const cache = fileURLToPath(new URL('../../node_modules/.cache/bench-pages/', import.meta.url))

/** Builds a page as the panel's own is built; answers with its directory. */
export async function buildPage(name: BenchPage): Promise<string> {
  const outDir = `${cache}${name}`
  await build({
    root: fileURLToPath(new URL(`./pages/${name}`, import.meta.url)),
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    plugins: [react()],
    // The shipped page's own settings.
    build: { outDir, emptyOutDir: true, modulePreload: { polyfill: false }, chunkSizeWarningLimit: 1_000 },
  })
  return outDir
}
