import { productionBuild } from './production-build.ts'

/** Where the tests' own build of the page is: a developer's `dist` stays as it is. */
export const pageDirectory = 'node_modules/.cache/e2e-page'

/** Builds the page once, before the first end-to-end test: they run what is deployed. */
export async function setup(): Promise<void> {
  await productionBuild({ build: { outDir: pageDirectory, emptyOutDir: true } })
}
