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
import { defaultSeed } from './load-seed.ts'
import type { World } from './operation.ts'
import type { Seed } from './seed-schema.ts'
import { createStore } from './store.ts'
import { type Behaviour, createBehaviour, type SwitchBoard } from './switches/behaviour.ts'
import { createControl } from './switches/control-api.ts'
import type { FaultPlan } from './switches/fault-plan.ts'
import type { SwitchChanges } from './switches/switches-schema.ts'
import { createTokens } from './tokens.ts'

/** The switches are how it behaves at the start, where not as usual. */
export interface EmulatorOptions extends SwitchChanges {
  /** The small company unless told otherwise. */
  readonly seed?: Seed
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
  /** How it behaves, to be changed at any time. */
  readonly switches: SwitchBoard
  /** What goes wrong from now on. */
  readonly faults: FaultPlan
  /** The last 1,000 calls, oldest first. */
  readonly calls: readonly Call[]
  /** The events of changes, where the domain's configuration has them on. */
  readonly events: Pick<EventHub<CaseEvent>, 'watch'>
  /** Back to the seed, and to the switches it was started with; no faults, no calls. */
  reset(): Promise<void>
  close(): Promise<void>
}

/** Starts an emulator; rejects where the port cannot be had. */
export async function createEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  const { seed = defaultSeed(), port = 0, host = '127.0.0.1', journal, events: eventUrls = [], ...switches } = options
  const log = createCallLog(1_000)
  const events = createCaseEvents(seed, eventUrls, randomUUID)
  const behaviour = createBehaviour({ account: seed, start: switches, now: () => Date.now() })
  let world = createWorld(seed, behaviour)
  for (const change of journal?.commits.flat() ?? []) world.store.apply(change)
  const answer = createListener({
    world: () => world,
    async commit(changes) {
      if (changes.length === 0) return journal?.settled()
      const { store } = world
      await journal?.append(changes)
      events.publish(changes, store)
    },
    behaviour,
    log,
    now: () => performance.now(),
    time: () => Date.now(),
    requestId: () => randomUUID(),
  })
  async function reset() {
    world = createWorld(seed, behaviour)
    behaviour.reset()
    log.clear()
    await journal?.clear()
  }
  const control = createControl({ behaviour, calls: log.calls, reset })
  const inspect = createInspector({ store: () => world.store, events: events.hub })
  const server = createServer((request, response) => {
    if (!inspect(request, response) && !control(request, response)) answer(request, response)
  })
  // Longer than clients keep idle connections: the server must not close one just as a request leaves.
  server.keepAliveTimeout = 65_000
  return {
    url: await listen(server, port, host),
    seed,
    switches: behaviour.switches,
    faults: behaviour.faults,
    calls: log.calls,
    events: events.hub,
    reset,
    async close() {
      await close(server)
      await journal?.close()
    },
  }
}

// The key is made of the seed, so that tokens outlive a restart with the same one.
function createWorld(seed: Seed, { switches }: Behaviour): World {
  const now = () => Date.now()
  const lifetimeMs = () => switches.get().tokenLifetimeMs
  return {
    store: createStore(seed),
    tokens: createTokens(`${seed.accountId} ${seed.region} ${seed.instanceId}`, { now, lifetimeMs }),
    now,
    newId: () => randomUUID(),
    get linkDelayMs() {
      return switches.get().linkDelayMs
    },
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
