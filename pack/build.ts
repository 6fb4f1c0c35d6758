import { mkdir, rm, writeFile } from 'node:fs/promises'
import { dirname, isAbsolute, join } from 'node:path'
import { build, type InlineConfig } from 'vite'
import { bundledPage } from '../src/simulator/bundled-pages.ts'
import { pageBases } from '../src/simulator/page-files.ts'
import { writeDeclarations } from './declarations.ts'
import { filesBesideCode } from './files-beside-code.ts'

// What `npm run build:package` adds to the built page: the library, what runs in Node, the simulator's pages, and the
// declarations of all. Whatever the environment says, it is for production.
const shared: InlineConfig = {
  configFile: false,
  envDir: false,
  publicDir: false,
  logLevel: 'error',
  oxc: { jsx: { runtime: 'automatic', development: false } },
}

const isInstalled = (id: string) => !id.startsWith('.') && !isAbsolute(id)

/** A module for each file: who takes one export gets no other, and what is loaded later stays so. */
async function buildLibrary(): Promise<void> {
  await build({
    ...shared,
    build: {
      outDir: 'dist/lib',
      target: 'es2022',
      sourcemap: true,
      minify: false,
      lib: { entry: 'src/index.ts', formats: ['es'], cssFileName: 'style' },
      rolldownOptions: {
        external: isInstalled,
        output: {
          preserveModules: true,
          preserveModulesRoot: 'src',
          entryFileNames: '[name].js',
          // In a server component all of it is the client's: React refuses state and effects there.
          banner: ({ name }) => (name === 'index' ? "'use client'" : ''),
        },
      },
    },
  })
}

async function buildForNode(): Promise<void> {
  await build({
    ...shared,
    plugins: [filesBesideCode()],
    build: {
      outDir: 'dist/node',
      ssr: true,
      sourcemap: true,
      rolldownOptions: {
        input: {
          bin: 'src/bin.ts',
          server: 'src/server/index.ts',
          emulator: 'src/emulator/index.ts',
          simulator: 'src/simulator/index.ts',
        },
        // Side by side, as what they read of dist is at the same place for each.
        output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  })
}

async function buildSimulatorPages(): Promise<void> {
  for (const base of pageBases) {
    for (const [name, content] of await bundledPage(base)) {
      const file = join('dist/simulator', base, name)
      await mkdir(dirname(file), { recursive: true })
      await writeFile(file, content)
    }
  }
}

for (const part of ['types', 'simulator']) await rm(`dist/${part}`, { recursive: true, force: true })
await buildLibrary()
await buildForNode()
await buildSimulatorPages()
writeDeclarations(['index', 'server/index', 'emulator/index', 'simulator/index'], 'dist/types')
// TypeScript 6 and later also want to know what an import for its effects finds.
await writeFile('dist/types/style.css.d.ts', 'export {}\n')
