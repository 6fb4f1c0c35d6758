import type { AppConfig, Handler, ProviderError, WorkspaceProvider, WorkspaceSdk } from '../workspace-sdk.ts'

type Answers = Readonly<Record<string, unknown>>

export interface FakeWorkspace {
  readonly sdk: WorkspaceSdk
  readonly provider: WorkspaceProvider
  /** What was asked, in order: `getARN`, `getQueue c-1`. */
  readonly asked: readonly string[]
  /** How often the app was started. */
  starts(): number
  /** Whether anything listens to this topic. */
  listensTo(key: string): boolean
  /** The workspace opens the app, for a contact or for none; by default it may do all that the panel needs. */
  create(contactId: string | null, permissions?: unknown): void
  createWith(event: unknown): void
  destroy(): void
  stage(stage: 'start' | 'stop'): void
  /** Something happens: `connected`, `missed`, `acw`, `cleared`, `visualModeChange`, `languageChange`. */
  emit(key: string, data: object): void
  health(status: 'healthy' | 'unhealthy'): void
  error(error: ProviderError): void
  /** Changes what is answered from now on, by the method's name: a value, an `Error`, a plain refusal, or `silent`. */
  answer(answers: Answers): void
}

// What the workspace tells of the agent who uses it.
const ofTheAgent = 'aws.connect.user'

/** Leaves a request without an answer. */
export const silent = Symbol('silent')
/** The refusal of an app that may not, in the documented sentence. */
export const denial = { refused: { errorKey: 'x', reason: 'App does not have permission for this request' } }

export const leastPermissions = ['User.Details.View', 'User.Configuration.View', 'Contact.Details.View']

/** The SDK without a workspace, for tests. */
export function createFakeWorkspace(first: Answers = {}): FakeWorkspace {
  const answers: Record<string, unknown> = { ...usual, ...first }
  const asked: string[] = []
  const handlers = new Map<string, Handler[]>()
  const on = (key: string) => (handler: Handler) => void handlers.set(key, [...(handlers.get(key) ?? []), handler])
  const emit = (key: string, data: object) => handlers.get(key)?.forEach((handler) => void handler(data))
  const errors: ((error: ProviderError) => void)[] = []
  let config: AppConfig | null = null
  let starts = 0
  const answerTo =
    (name: string) =>
    (...args: unknown[]) => {
      asked.push([name, ...args].join(' '))
      return given(answers[name])
    }
  const provider: WorkspaceProvider = {
    onStart: (handler) => on('start')(handler),
    onStop: (handler) => on('stop')(handler),
    onError: (handler) => void errors.push(handler),
    subscribe: ({ namespace, key }, handler) => namespace === ofTheAgent && on(key)(handler),
    getProxy: () => ({
      request: (namespace, command) => answerTo(namespace === ofTheAgent ? command : 'nothing')(),
      onHealthCheckStatusChanged: (handler) => on('health')((event) => handler(event as { status: string })), // by `health`
    }),
  }
  const contact = {
    getInitialContactId: answerTo('getInitialContactId'),
    getChannelType: answerTo('getChannelType'),
    getQueue: answerTo('getQueue'),
    getStateDuration: answerTo('getStateDuration'),
    onConnected: on('connected'),
    onMissed: on('missed'),
    onStartingAcw: on('acw'),
    onCleared: on('cleared'),
  }
  const createWith = (event: unknown) => void config?.onCreate(event)
  return {
    sdk: {
      init(given) {
        if (config) throw new Error('attemptInitializeMultipleProviders')
        config = given
        starts += 1
        return provider
      },
      clientsOf: () => ({ agent: { getARN: answerTo('getARN') }, contact }),
    },
    provider,
    asked,
    starts: () => starts,
    listensTo: (key) => handlers.has(key),
    create(contactId, permissions = leastPermissions) {
      const scope = contactId === null ? { type: 'idle' } : { type: 'contact', contactId }
      createWith({ context: { scope, config: { permissions } }, stage: 'create' })
    },
    createWith,
    destroy: () => void config?.onDestroy(),
    stage: (stage) => emit(stage, {}),
    emit,
    health: (status) => emit('health', { status }),
    error(error) {
      for (const handler of errors) handler(error)
    },
    answer: (changes) => void Object.assign(answers, changes),
  }
}

const usual: Answers = {
  getARN: 'arn:aws:connect:us-east-1:111122223333:instance/i-1/agent/ada',
  getInitialContactId: undefined,
  getChannelType: { type: 'chat', subtype: 'connect:Chat' },
  getQueue: { name: 'Billing', queueARN: 'arn', queueId: 'q-1' },
  getStateDuration: 60_000,
  getLanguage: { language: null },
}

function given(answer: unknown): Promise<unknown> {
  if (answer === silent) return new Promise(() => {})
  if (answer instanceof Error) return Promise.reject(answer)
  if (typeof answer === 'object' && answer !== null && 'refused' in answer) return Promise.reject(answer.refused)
  return Promise.resolve(answer)
}
