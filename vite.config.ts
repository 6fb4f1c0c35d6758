import react from '@vitejs/plugin-react'
import { playwright } from '@vitest/browser-playwright'
import { defineConfig } from 'vitest/config'
import { billOfMaterials } from './pack/bill-of-materials.ts'
import { compileAhead } from './pack/compile-ahead.ts'
import { filesBesideCode } from './pack/files-beside-code.ts'
import { devStack } from './src/dev-stack.ts'
import { chromiumArgs, findChromium } from './test/support/chromium.ts'

export default defineConfig(({ isSsrBuild, mode }) => ({
  // `vite build --mode demo` builds every state of the panel as a static site; relative, so that it works anywhere.
  ...(mode === 'demo' && { root: 'src/demo', base: './', publicDir: '../../public' }),
  // A function's package holds all that it runs: nobody installs anything beside it.
  ...(mode === 'lambda' && { ssr: { noExternal: true } }),
  plugins: [react(), devStack(), filesBesideCode(), billOfMaterials(), compileAhead()],
  // One loopback address for page, emulator and softphone: Chromium frames a loopback page only from another.
  server: { host: '127.0.0.1' },
  build: {
    outDir: mode === 'demo' ? '../../dist/demo' : 'dist/page',
    emptyOutDir: true,
    // The page's files belong to the page, not to the server's bundle.
    copyPublicDir: isSsrBuild !== true,
    // The licences of what is bundled travel with it.
    license: (isSsrBuild !== true || mode === 'lambda') && { fileName: 'licenses.md' },
    rolldownOptions: {
      // Two pages, that of the desktop and the one that a sign-in comes back to.
      ...(mode !== 'demo' && { input: { index: 'index.html', 'sign-in-return': 'sign-in.html' } }),
      // Without a package.json beside them, their names alone say that they are modules.
      ...(mode === 'lambda' && { output: { entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' } }),
    },
    // A chunk for both pages, and every browser that has a panel has the real thing.
    modulePreload: { polyfill: false },
    // Streams is one file of 730 kB, loaded lazily.
    chunkSizeWarningLimit: 800,
  },
  test: {
    // What a machine that is busy for a moment needs; a test that passes waits for none of it.
    testTimeout: 30_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 10_000 } },
    projects: [
      {
        extends: true,
        test: { name: 'unit', include: ['{src,deploy}/**/*.test.ts'], exclude: ['**/*.browser.test.ts'] },
      },
      {
        extends: true,
        // The first page of a run must not reload itself when a dependency is found late.
        optimizeDeps: {
          include: [
            'react-dom/client',
            'react-dom/server',
            'react-error-boundary',
            'fast-check',
            '@testing-library/react',
            '@tanstack/react-query',
            '@tanstack/react-virtual',
            'axe-core',
            'zod/mini',
          ],
        },
        test: {
          name: 'browser',
          include: ['src/**/*.browser.test.{ts,tsx}'],
          setupFiles: ['src/panel/testing/move-pointer-away.ts'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: { executablePath: findChromium() ?? '', args: [...chromiumArgs] } }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      { extends: true, test: { name: 'contract', include: ['test/contract/**/*.test.ts'] } },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          globalSetup: 'test/support/build-page.ts',
        },
      },
      // The package as it is installed. An app of Next.js takes minutes: `npm run check` makes it, not `npm test`.
      ...[
        { name: 'package', include: ['test/package/*.test.ts'], exclude: ['**/next-app.test.ts'] },
        { name: 'next', include: ['test/package/next-app.test.ts'] },
      ].map((test) => ({
        extends: true as const,
        test: { ...test, globalSetup: 'test/support/pack.ts', testTimeout: 60_000 },
      })),
    ],
  },
}))
