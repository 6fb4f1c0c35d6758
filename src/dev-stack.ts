import { readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import type { Plugin } from 'vite'
import type { PageConfig } from './contract/page-config.ts'
import { createEmulator } from './emulator/emulator.ts'
import { defaultSeed, defaultSeedFile } from './emulator/load-seed.ts'
import { createLog } from './server/log.ts'
import { quotasSetting } from './server/quota/quotas-setting.ts'
import { createReadiness } from './server/readiness.ts'
import { createServerApp } from './server/server-app.ts'
import { createSimulator } from './simulator/simulator.ts'

/**
 * What `npm run dev` needs beside the page: the Cases emulator and the softphone on ports of their own,
 * and the backend inside the Vite server, on the page's own origin.
 */
export function devStack(): Plugin {
  return {
    name: 'contact-cases:dev-stack',
    apply: (_, { command, mode, isPreview }) => command === 'serve' && mode !== 'test' && !isPreview,
    async configureServer(vite) {
      const stack = await startDevStack()
      vite.middlewares.use('/demo', (request, response) =>
        redirect(response, `/src/demo/index.html${queryOf(request)}`),
      )
      vite.middlewares.use('/config.json', (request, response) =>
        sendJson(response, stack.pageConfigs[hostAskedFor(request)]),
      )
      vite.middlewares.use((request, response, next) =>
        /^\/(api|livez|readyz)(\/|$|\?)/.test(request.url ?? '') ? stack.answer(request, response) : next(),
      )
      vite.httpServer?.once('close', () => void stack.close())
      const printUrls = vite.printUrls
      vite.printUrls = () => {
        printUrls()
        const [pageUrl] = vite.resolvedUrls?.local ?? []
        const demoUrl = new URL('demo', pageUrl)
        const app = new URLSearchParams({ app: `${pageUrl}?host=workspace` })
        vite.config.logger.info(
          [
            `  ➜  Every state of the panel: ${demoUrl}`,
            `  ➜  Cases emulator: ${stack.emulatorUrl}/_emulator`,
            `  ➜  Softphone: ${stack.simulator.ccpUrl}`,
            `  ➜  Agent workspace: ${stack.simulator.workspaceUrl}?${app}`,
          ].join('\n'),
        )
      }
    },
  }
}

async function startDevStack() {
  const seed = defaultSeed()
  const emulator = await onPort(4710, (port) => createEmulator({ seed, port, quotas: 'off' }))
  const rawSeed: unknown = JSON.parse(readFileSync(defaultSeedFile, 'utf8'))
  const simulator = await onPort(4720, (port) => createSimulator({ seed: rawSeed, port }))
  const app = createServerApp({
    gateway: { region: seed.region, endpoint: emulator.url, credentials: 'placeholder' },
    auth: null,
    deadlineMs: 5_000,
    quotas: quotasSetting.parse('off'),
    rowFields: [],
    sealKeys: null,
    instances: null,
    allowedOrigins: [],
    log: createLog(),
    exportsTelemetry: false,
    readiness: createReadiness({ now: () => performance.now() }),
  })
  const { region } = seed
  const everyHost = { region, domainId: seed.domains[0]?.domainId ?? '', apiBaseUrl: '/api', autoLoadMore: false }
  const pageConfigs = {
    streams: { host: 'streams', ccpUrl: simulator.ccpUrl, ...everyHost },
    workspace: { host: 'workspace', ...everyHost },
  } satisfies Record<string, PageConfig>
  return {
    pageConfigs,
    simulator,
    emulatorUrl: emulator.url,
    answer: getRequestListener(app.fetch),
    close: () => Promise.all([emulator.close(), simulator.close()]),
  }
}

/** On this port, or on any other where it is taken: by a second checkout, say. */
async function onPort<T>(port: number, start: (port: number) => Promise<T>): Promise<T> {
  return start(port).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') return start(0)
    throw error
  })
}

/** The page asks for its settings alike in every host: the address that it has itself, `?host=workspace`, tells. */
function hostAskedFor({ headers: { referer = '' } }: IncomingMessage): 'streams' | 'workspace' {
  return URL.canParse(referer) && new URL(referer).searchParams.get('host') === 'workspace' ? 'workspace' : 'streams'
}

function queryOf({ url = '' }: IncomingMessage): string {
  return url.includes('?') ? url.slice(url.indexOf('?')) : ''
}

function redirect(response: ServerResponse<IncomingMessage>, location: string): void {
  response.writeHead(302, { location }).end()
}

function sendJson(response: ServerResponse<IncomingMessage>, body: unknown): void {
  response.setHeader('content-type', 'application/json')
  response.end(JSON.stringify(body))
}
