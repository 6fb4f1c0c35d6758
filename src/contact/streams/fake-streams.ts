import type { CcpOptions, StreamsAgent, StreamsApi, StreamsContact } from './streams-api.ts'

/** A contact as the softphone sends it. */
export interface FakeContact {
  readonly contactId: unknown
  readonly initialContactId?: unknown
  readonly type?: unknown
  readonly state?: unknown
  readonly queue?: unknown
}

export interface FakeStreams {
  readonly api: StreamsApi
  /** What was asked of Streams, in order: `echo WARN`, the options of `initCCP`. */
  readonly calls: readonly (string | CcpOptions)[]
  /** The page's `connect.core.terminate`, which takes every subscriber away; `initCCP` may start another softphone. */
  terminate(): void
  /** An event of the softphone; as in Streams, what a callback throws is swallowed. */
  emit(event: string, data?: unknown): void
  /** The softphone sends the agent's state. */
  update(agentArn: unknown, contacts: readonly FakeContact[]): void
}

/** Streams without a softphone, for tests: the same callbacks in the same order, from nothing but `emit` and `update`. */
export function createFakeStreams(): FakeStreams {
  const calls: (string | CcpOptions)[] = []
  let bus: ReturnType<typeof createBus> | undefined
  let upstream: object | null = null
  let agent: StreamsAgent | null = null

  const emit = (event: string, data: unknown = null) => bus?.trigger(event, data)
  const on = (event: string) => (callback: (data: never) => void) => {
    if (!bus) throw new TypeError("Cannot read properties of undefined (reading 'subscribe')")
    bus.subscribe(event, callback)
  }
  const api: StreamsApi = {
    LogLevel: { WARN: 'WARN' },
    getLog: () => ({ setEchoLevel: (level) => void calls.push(`echo ${level}`) }),
    agent(onAgent) {
      on('agent::init')(onAgent)
      if (agent) onAgent(agent)
    },
    core: {
      initCCP(_container, options) {
        calls.push(options)
        if (upstream) return
        upstream = {}
        bus = createBus()
      },
      getEventBus: () => bus,
      get upstream() {
        return upstream
      },
      onViewContact: on('contact::view'),
      onAuthFail: on('auth_fail'),
      onAccessDenied: on('access_denied'),
    },
  }
  return {
    api,
    calls,
    emit,
    terminate() {
      bus?.unsubscribeAll()
      upstream = null
      agent = null
    },
    update(agentArn, contacts) {
      const isFirst = agent === null
      agent = {
        getConfiguration: () => ({ agentARN: agentArn }),
        getContacts: () => contacts.map(fakeContact),
      }
      if (isFirst) emit('agent::init', agent)
      emit('agent::refresh', agent)
    },
  }
}

function createBus() {
  const subscribers: { event: string; callback: (data: unknown) => void }[] = []
  return {
    subscribe: (event: string, callback: (data: never) => void) =>
      // The data of an event is what its name promises, in Streams as here.
      void subscribers.push({ event, callback: callback as (data: unknown) => void }),
    unsubscribeAll: () => void subscribers.splice(0),
    trigger(event: string, data: unknown) {
      for (const subscriber of subscribers.filter((it) => it.event === event)) {
        try {
          subscriber.callback(data)
        } catch {}
      }
    },
  }
}

function fakeContact(contact: FakeContact): StreamsContact & { getConnections(): never } {
  const {
    contactId,
    initialContactId = contactId,
    type = 'chat',
    state = { type: 'connected' },
    queue = null,
  } = contact
  return {
    getContactId: () => contactId,
    getInitialContactId: () => initialContactId,
    getType: () => type,
    getState: () => state,
    getQueue: () => queue,
    getConnections() {
      throw new Error('asking a chat for its connections starts its media')
    },
  }
}
