import { fileURLToPath } from 'node:url'
import { build, type Rolldown } from 'vite'
import type { PageBase, PageFiles } from './page-files.ts'

/** The folders of the pages. */
const folders = { '/ccp-v2/': './ccp', '/workspace/': './workspace' } as const satisfies Record<PageBase, string>

const built = new Map<PageBase, Promise<PageFiles>>()

/**
 * A page, bundled in memory once per process. Nothing is written and nothing is found late,
 * so that simulators started at once never wait for each other, and a page never reloads itself.
 */
export function bundledPage(base: PageBase): Promise<PageFiles> {
  const files = built.get(base) ?? bundle(base)
  built.set(base, files)
  return files
}

async function bundle(base: PageBase): Promise<PageFiles> {
  const { NODE_ENV } = process.env
  const result = await build({
    root: fileURLToPath(new URL(folders[base], import.meta.url)),
    base,
    configFile: false,
    envDir: false,
    publicDir: false,
    logLevel: 'error',
    // Otherwise a test or a development server, whose NODE_ENV says so, would get React's development build.
    define: { 'process.env.NODE_ENV': '"production"' },
    oxc: { jsx: { runtime: 'automatic', development: false } },
    build: { write: false, modulePreload: false, license: { fileName: 'licenses.md' } },
  })
  // A build leaves "production" there where nothing was set; what else runs in this process did not ask for it.
  if (NODE_ENV === undefined) delete process.env['NODE_ENV']
  return new Map([result].flat().flatMap(filesOf))
}

function filesOf(result: Rolldown.RolldownOutput | Rolldown.RolldownWatcher): [string, Uint8Array][] {
  if (!('output' in result)) return []
  return result.output.map((file) => [file.fileName, Buffer.from(file.type === 'chunk' ? file.code : file.source)])
}
