import { fileURLToPath } from 'node:url'
import { instanceArnIn } from '../../../src/emulator/arns.ts'
import type { Emulator } from '../../../src/emulator/emulator.ts'
import { defaultSeed } from '../emulator.ts'
import { pageClientId, resource, startOidcProvider } from '../oidc-provider.ts'
import { type ServedPages, servePages } from '../serve-pages.ts'
import { everyHost, type Services, serveStack, startServices } from '../stack.ts'
import type { Stage } from './host-desk.ts'

export interface Stages {
  readonly emulator: Emulator
  /** Where nobody signs in. */
  readonly open: Stage
  /** Where the agents `ann` and `bob` sign in to our page. */
  readonly signIn: Stage
  close(): Promise<void>
}

const users = [
  { userId: 'user-ann', username: 'ann' },
  { userId: 'user-bob', username: 'bob' },
]

/** One emulator, one simulator, and desktops of other people; a server for each host of our page, without and with sign-in. */
export async function startStages(): Promise<Stages> {
  const [services, desktops, provider] = await Promise.all([
    startServices({ users }),
    serveDesktops(),
    startOidcProvider([]),
  ])
  const { issuer } = provider
  const [open, signIn] = await Promise.all([serveHosts(services, desktops), serveHosts(services, desktops, issuer)])
  for (const url of Object.values(signIn.stage.servers)) provider.allowPage(url)
  return {
    emulator: services.emulator,
    open: open.stage,
    signIn: signIn.stage,
    async close() {
      await Promise.all([open, signIn, desktops, provider].map((server) => server.close()))
      await services.close()
    },
  }
}

function serveDesktops(): Promise<ServedPages> {
  const root = fileURLToPath(new URL('./pages', import.meta.url))
  const files = ['react-desktop', 'mounted-panel', 'panel-element', 'framing-desktop']
  return servePages({ root, build: { rolldownOptions: { input: files.map((name) => `${root}/${name}.html`) } } })
}

async function serveHosts(services: Services, desktops: ServedPages, issuer?: string) {
  const { origin } = new URL(desktops.url)
  const page = { ...everyHost, ...(issuer !== undefined && { auth: authAt(issuer) }) }
  const env = issuer === undefined ? {} : envOf(issuer)
  const servers = await Promise.all([
    serveStack(services, {
      pageConfig: ({ ccpUrl }) => ({ host: 'streams', ccpUrl, ...page }),
      env: { ALLOWED_ORIGINS: origin, ...env },
    }),
    serveStack(services, {
      pageConfig: () => ({ host: 'workspace', ...page }),
      env: { FRAME_ANCESTORS: services.simulator.url, ...env },
    }),
    serveStack(services, { pageConfig: () => ({ host: 'frame', embedders: [origin], ...page }), env }),
  ])
  const [streams, workspace, frame] = servers
  const urls = { streams: streams.url, workspace: workspace.url, frame: frame.url }
  const stage: Stage = { simulator: services.simulator, servers: urls, desktops: desktops.url }
  return { stage, close: () => Promise.all(servers.map((server) => server.close())) }
}

function authAt(issuer: string) {
  return { issuer, clientId: pageClientId, scope: 'openid', resource, origins: [] }
}

function envOf(issuer: string): Record<string, string> {
  const INSTANCES = JSON.stringify({ [instanceArnIn(defaultSeed())]: everyHost.domainId })
  return { OIDC_ISSUER: issuer, OIDC_AUDIENCE: resource, INSTANCES }
}
