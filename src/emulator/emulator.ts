import { randomUUID } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import { performance } from 'node:perf_hooks'
import { type Call, createCallLog } from './call-log.ts'
import { createCaseEvents } from './events/case-events.ts'
import type { EventHub } from './events/event-hub.ts'
import type { CaseEvent } from './events/event-of.ts'
import { createInspector } from './inspector/inspector.ts'
import type { Journal } from './journal/journal.ts'
import { createListener } from './listener.ts'
import type { World } from './operation.ts'
import type { Seed } from './seed-schema.ts'
import { createStore } from './store.ts'
import { createTokens } from './tokens.ts'

export interface EmulatorOptions {
  readonly seed: Seed
  /** 0, the default, takes any free port. */
  readonly port?: number
  /** The loopback address unless told otherwise: there is no authentication. */
  readonly host?: string
  /** Keeps the changes, and has those from before. Without it they live as long as the emulator. */
  readonly journal?: Journal
  /** URLs that each event is posted to. */
  readonly events?: readonly string[]
}

/** A running Amazon Connect Cases. */
export interface Emulator {
  readonly url: string
  readonly seed: Seed
  /** The last 1,000 calls, oldest first. */
  readonly calls: readonly Call[]
  /** The events of changes, where the domain's configuration has them on. */
  readonly events: Pick<EventHub<CaseEvent>, 'watch'>
  /** Back to the seed, with no calls. */
  reset(): Promise<void>
  close(): Promise<void>
}

/** Starts an emulator; rejects where the port cannot be had. */
export async function createEmulator(options: EmulatorOptions): Promise<Emulator> {
  const { seed, port = 0, host = '127.0.0.1', journal } = options
  const log = createCallLog(1_000)
  const events = createCaseEvents(seed, options.events ?? [], randomUUID)
  let world = createWorld(seed)
  for (const change of journal?.commits.flat() ?? []) world.store.apply(change)
  const answer = createListener({
    world: () => world,
    async commit(changes) {
      const { store } = world
      await journal?.append(changes)
      events.publish(changes, store)
    },
    log,
    now: () => performance.now(),
    requestId: () => randomUUID(),
  })
  const inspect = createInspector({ store: () => world.store, events: events.hub })
  const server = createServer((request, response) => {
    if (!inspect(request, response)) answer(request, response)
  })
  // Longer than clients keep idle connections: the server must not close one just as a request leaves.
  server.keepAliveTimeout = 65_000
  return {
    url: await listen(server, port, host),
    seed,
    calls: log.calls,
    events: events.hub,
    async reset() {
      world = createWorld(seed)
      log.clear()
      await journal?.clear()
    },
    async close() {
      await close(server)
      await journal?.close()
    },
  }
}

// The key is made of the seed, so that tokens outlive a restart with the same one.
function createWorld(seed: Seed): World {
  return {
    store: createStore(seed),
    tokens: createTokens(`${seed.accountId} ${seed.region} ${seed.instanceId}`),
    now: () => Date.now(),
    newId: () => randomUUID(),
    linkDelayMs: 0,
  }
}

function listen(server: Server, port: number, host: string): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      const address = server.address()
      const bound = typeof address === 'object' && address !== null ? address.port : port
      resolve(`http://${host.includes(':') ? `[${host}]` : host}:${bound}`)
    })
  })
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}
