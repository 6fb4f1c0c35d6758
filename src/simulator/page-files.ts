import { fileURLToPath } from 'node:url'
import { build, type Rolldown } from 'vite'
import type { DeskSetup } from './desk/setup.ts'

/** The pages by where they are served. */
const folders = { '/ccp-v2/': './ccp', '/workspace/': './workspace' } as const

type PageBase = keyof typeof folders

/** A page's files by their paths below its base. */
type PageFiles = ReadonlyMap<string, string | Uint8Array>

const built = new Map<PageBase, Promise<PageFiles>>()

/**
 * A page, bundled in memory once per process. Nothing is written and nothing is found late,
 * so that simulators started at once never wait for each other, and a page never reloads itself.
 */
export function buildPageFiles(base: PageBase): Promise<PageFiles> {
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
    envFile: false,
    publicDir: false,
    logLevel: 'error',
    // Otherwise a test or a development server, whose NODE_ENV says so, would get React's development build.
    define: { 'process.env.NODE_ENV': '"production"' },
    oxc: { jsx: { runtime: 'automatic', development: false } },
    build: { write: false, modulePreload: false },
  })
  // A build leaves "production" there where nothing was set; what else runs in this process did not ask for it.
  if (NODE_ENV === undefined) delete process.env['NODE_ENV']
  return new Map([result].flat().flatMap(filesOf))
}

function filesOf(result: Rolldown.RolldownOutput | Rolldown.RolldownWatcher): [string, string | Uint8Array][] {
  if (!('output' in result)) return []
  return result.output.map((file) => [file.fileName, file.type === 'chunk' ? file.code : file.source])
}

/** The page's HTML with what it needs to know; `<` is escaped so that no label can end the script element. */
export function withSetup(html: string, setup: DeskSetup): string {
  return html.replace('id="setup">null', () => `id="setup">${JSON.stringify(setup).replaceAll('<', '\\u003c')}`)
}
