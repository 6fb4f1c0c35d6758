import { createServer, type RequestListener, type Server } from 'node:http'
import { extname } from 'node:path'
import { parseScript } from './desk/script.ts'
import type { DeskSetup } from './desk/setup.ts'
import { isPageBase, type ReadPage, withSetup } from './page-files.ts'
import { parseSeed } from './seed.ts'

export interface SimulatorOptions {
  /** The seed of the Cases emulator: its contacts can be made to ring. */
  readonly seed: unknown
  /** 0, the default: any free port. */
  readonly port?: number
  /** A shift that the page offers to play. */
  readonly script?: unknown
  readonly host?: string
}

export interface Simulator {
  readonly url: string
  /** What `initCCP` takes as its `ccpUrl`. */
  readonly ccpUrl: string
  /** The agent workspace; `?app=URL` names the app that it frames. */
  readonly workspaceUrl: string
  close(): Promise<void>
}

/** A seed the simulator cannot use; the message names the place. */
export class SeedError extends Error {}

/** A script that cannot be played; the message names the step. */
export class ScriptError extends Error {}

/** Serves these pages, which the desk's seed and script set up. */
export async function serveSimulator(options: SimulatorOptions, readPage: ReadPage): Promise<Simulator> {
  const { seed, port = 0, script, host = '127.0.0.1' } = options
  const parsed = parseSeed(seed)
  if (!parsed.ok) throw new SeedError(`${parsed.path || 'seed'}: ${parsed.message}`)
  const shift = script === undefined ? undefined : parseScript(script)
  if (shift?.ok === false) throw new ScriptError(shift.message)
  await readPage('/ccp-v2/')
  const server = createServer(serve({ ...parsed.setup, shift: script }, readPage))
  const url = await listen(server, port, host)
  return { url, ccpUrl: `${url}/ccp-v2/`, workspaceUrl: `${url}/workspace/`, close: () => close(server) }
}

const contentTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
}

function serve(setup: DeskSetup, readPage: ReadPage): RequestListener {
  return async (request, response) => {
    const [pathname = '/'] = (request.url ?? '/').split('?')
    if (pathname === '/' || pathname === '/ccp-v2' || pathname === '/workspace') {
      response.writeHead(302, { location: pathname === '/' ? '/ccp-v2/' : `${pathname}/` }).end()
      return
    }
    const found = await findFile(pathname, readPage)
    if (!found) {
      const places = 'The softphone is at /ccp-v2/, the agent workspace at /workspace/.'
      response.writeHead(404, { 'content-type': 'text/plain' }).end(`Not found. ${places}\n`)
      return
    }
    response.writeHead(200, {
      'content-type': contentTypes[extname(found.name)] ?? 'application/octet-stream',
      'cache-control': 'no-store',
    })
    response.end(found.name === 'index.html' ? withSetup(Buffer.from(found.file).toString(), setup) : found.file)
  }
}

/** A page is read when it is first asked for: few who start a softphone open the workspace. */
async function findFile(pathname: string, readPage: ReadPage): Promise<{ name: string; file: Uint8Array } | null> {
  const [, base = '', path = ''] = /^(\/[\w-]+\/)(.*)$/.exec(pathname) ?? []
  if (!isPageBase(base)) return null
  const name = path || 'index.html'
  const file = (await readPage(base)).get(name)
  return file === undefined ? null : { name, file }
}

function listen(server: Server, port: number, host: string): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      const address = server.address()
      const bound = typeof address === 'object' && address ? address.port : port
      resolve(`http://${host}:${bound}`)
    })
  })
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    // A browser keeps its connections open.
    server.closeAllConnections()
  })
}
