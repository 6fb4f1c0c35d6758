import { readdir } from 'node:fs/promises'
import { basename } from 'node:path'
import { build, type Rolldown } from 'vite'

const folder = 'test/package/cuts'
const ofThePage = /^(react|react-dom|@tanstack\/react-query)(\/|$)/

/** The pages that take a few exports of the library each. */
export async function cutNames(): Promise<string[]> {
  return (await readdir(folder)).map((file) => basename(file, '.js'))
}

/** What a page takes on with the exports of a cut, of the built library: all but what the page has already. */
export async function buildCut(name: string): Promise<Rolldown.RolldownOutput> {
  const [built] = [
    await build({
      configFile: false,
      envDir: false,
      publicDir: false,
      logLevel: 'error',
      define: { 'process.env.NODE_ENV': '"production"' },
      build: {
        outDir: `dist/cuts/${name}`,
        lib: { entry: `${folder}/${name}.js`, formats: ['es'], fileName: 'first' },
        rolldownOptions: {
          external: ofThePage,
          // As in a page, whose entry nobody imports.
          preserveEntrySignatures: 'allow-extension',
          output: { chunkFileNames: 'later/[name].js' },
        },
      },
    }),
  ].flat()
  if (built === undefined || !('output' in built)) throw new Error(`${name} was not built.`)
  return built
}
