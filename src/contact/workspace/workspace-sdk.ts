// The part of the Amazon Connect SDK that this room uses. Structural, so that a page may hand in an app of any version
// of it; what the SDK calls an id or a channel is unknown here until it has been parsed.

/** What is done once for a page, with the SDK's classes. */
export interface WorkspaceSdk {
  /** `AmazonConnectApp.init`: throws where the page has called it already. */
  init(config: AppConfig): WorkspaceProvider
  clientsOf(provider: WorkspaceProvider): WorkspaceClients
}

export interface AppConfig {
  onCreate(event: unknown): Promise<void>
  onDestroy(): Promise<void>
  readonly workspace: { readonly connectionTimeout: number }
}

/** An app that is started: what `AmazonConnectApp.init` returns as its `provider`. */
export interface WorkspaceProvider {
  onStart(handler: () => Promise<void>): void
  onStop(handler: () => Promise<void>): void
  onError(handler: (error: ProviderError) => void): void
  subscribe(topic: { readonly namespace: string; readonly key: string }, handler: Handler): void
  getProxy(): {
    request(namespace: string, command: string): Promise<unknown>
    onHealthCheckStatusChanged(handler: (event: { readonly status: string }) => Promise<void>): void
  }
}

export type Handler = (data: object) => Promise<void>

export interface ProviderError {
  readonly key: string
  readonly message: string
}

/** `AgentClient` and `ContactClient`, as far as the least permissions go. */
export interface WorkspaceClients {
  readonly agent: { getARN(): Promise<unknown> }
  readonly contact: {
    getInitialContactId(contactId: string): Promise<unknown>
    getChannelType(contactId: string): Promise<unknown>
    getQueue(contactId: string): Promise<unknown>
    getStateDuration(contactId: string): Promise<unknown>
    onConnected(handler: Handler): void
    onMissed(handler: Handler): void
    onStartingAcw(handler: Handler): void
    onCleared(handler: Handler): void
  }
}
