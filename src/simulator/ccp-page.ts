import { fileURLToPath } from 'node:url'
import { build, type Rolldown } from 'vite'
import type { DeskSetup } from './desk/setup.ts'

/** A file of the page by its path below `/ccp-v2/`. */
export type CcpFiles = ReadonlyMap<string, string | Uint8Array>

let built: Promise<CcpFiles> | undefined

/**
 * The softphone page, bundled in memory once per process. Nothing is written and nothing is found late,
 * so that simulators started at once never wait for each other, and a page never reloads itself.
 */
export function buildCcpFiles(): Promise<CcpFiles> {
  built ??= bundle()
  return built
}

async function bundle(): Promise<CcpFiles> {
  const { NODE_ENV } = process.env
  const result = await build({
    root: fileURLToPath(new URL('./ccp', import.meta.url)),
    base: '/ccp-v2/',
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
