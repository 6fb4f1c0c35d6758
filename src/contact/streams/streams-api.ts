// The part of Streams that this room uses. The package's own declarations cover more than the tests can stand in for,
// and promise values that the softphone may leave out: what they call an id, a state or a queue is unknown here until
// agent-facts.ts has parsed it.

/** `connect`, the global of amazon-connect-streams. */
export interface StreamsApi {
  readonly LogLevel: { readonly WARN: string }
  getLog(): { setEchoLevel(level: string): void }
  /** Calls back once there is an agent, or at once where there is one already. */
  agent(onAgent: (agent: StreamsAgent) => void): unknown
  readonly core: {
    initCCP(container: HTMLElement, options: CcpOptions): void
    /**
     * Undefined before the page's first `initCCP`, which the declarations do not say. Each `initCCP` makes a new one;
     * after `terminate` the old one is still here, without its subscribers.
     */
    getEventBus(): StreamsEventBus | undefined
    /** The way to the softphone: from `initCCP` until `terminate`. */
    readonly upstream?: object | null
    onViewContact(onView: (event: unknown) => void): unknown
    onAuthFail(onFail: () => void): unknown
    onAccessDenied(onDenied: () => void): unknown
  }
}

export interface CcpOptions {
  readonly ccpUrl: string
  readonly region?: string
  readonly loginPopup?: boolean
  readonly softphone: { readonly allowFramedSoftphone: boolean }
}

export interface StreamsEventBus {
  /** With the agent, whenever the softphone sends its state, whether anything changed or not. */
  subscribe(event: 'agent::refresh', onEvent: (agent: StreamsAgent) => void): unknown
  /** Every callback gets the event's data, or null where the softphone sent none. */
  subscribe(event: 'acknowledge' | 'terminated', onEvent: (data: unknown) => void): unknown
}

export interface StreamsAgent {
  getConfiguration(): { readonly agentARN: unknown }
  getContacts(): readonly StreamsContact[]
}

export interface StreamsContact {
  getContactId(): unknown
  getInitialContactId(): unknown
  getType(): unknown
  getState(): unknown
  getQueue(): unknown
}
