import type { ContactSource, DeskProblem } from '../contact-source.ts'
import { type HostAppearance, untoldAppearance } from '../host-appearance.ts'
import { createMemorySource } from '../memory-source.ts'
import { createSnapshots, type Snapshots } from '../snapshots.ts'
import { createAsk, type Timers } from './ask.ts'
import { openApp } from './open-app.ts'
import { type StartedApp, startApp } from './start-app.ts'
import { deskStateOf, newWorkspaceDesk, reduceWorkspaceDesk, type WorkspaceEvent } from './workspace-desk.ts'
import type { WorkspaceSdk } from './workspace-sdk.ts'

export interface WorkspaceSourceOptions {
  /** The app, where the page calls `AmazonConnectApp.init` itself; without it, the source does. */
  readonly app?: StartedApp
  /** How long the workspace may take to open the app. */
  readonly noAnswerAfterMs?: number
  /** How long it may take to answer a request. */
  readonly requestWithinMs?: number
  readonly loadSdk?: () => Promise<WorkspaceSdk>
  readonly timers?: Timers
  readonly now?: () => number
  /** Whether another page frames this one, as the workspace does. */
  readonly isFramed?: () => boolean
  /** Takes what people who look after the desk should know. */
  readonly log?: (message: string, cause?: unknown) => void
}

/** Contacts of the agent workspace, and how it looks to its agent. */
export interface WorkspaceSource extends ContactSource {
  readonly appearance: Snapshots<HostAppearance>
  /** Whether the workspace shows the app; it says so only of some ways to hide it. */
  readonly visibility: { isShown(): boolean; subscribe(onChange: () => void): () => void }
}

/**
 * The contact that the agent workspace has opened this page for, as a third-party app with the scope PER_CONTACT.
 * Create it as often as you like: a page has one app, which all its sources share, and which cannot end.
 */
export function createWorkspaceSource(options: WorkspaceSourceOptions = {}): WorkspaceSource {
  const { noAnswerAfterMs = 5000, requestWithinMs = 4000, timers = globalThis, now = Date.now, log = warn } = options
  const { isFramed = isPageFramed, loadSdk = importSdk } = options
  const source = createMemorySource()
  const appearance = createSnapshots(untoldAppearance)
  const shown = createSnapshots(true)
  let desk = newWorkspaceDesk

  const take = (event: WorkspaceEvent) => {
    desk = reduceWorkspaceDesk(desk, event)
    const next = deskStateOf(desk)
    // Plain data, built in one place: equal texts are equal states.
    if (JSON.stringify(next) !== JSON.stringify(source.getSnapshot())) source.set(next)
  }
  const fail = (code: DeskProblem['code'], detail: string, cause?: unknown) => {
    log(detail, cause)
    take({ type: 'problem', problem: { code, detail } })
  }
  const start = (sdk: WorkspaceSdk) => {
    const app = options.app ?? startApp(sdk)
    openApp(app, {
      clients: sdk.clientsOf(app.provider),
      ask: createAsk({ timers, withinMs: requestWithinMs }),
      ...{ timers, now, log, take },
      changeAppearance: (changes) => appearance.set({ ...appearance.getSnapshot(), ...changes }),
      show: shown.set,
    })
  }
  const open = async () => {
    const sdk = await loadSdk().catch((cause: unknown) => fail('stopped_answering', notLoaded, cause))
    try {
      if (sdk) start(sdk)
    } catch (cause) {
      fail('unsupported_host', notStarted, cause)
    }
  }

  if (isFramed()) {
    timers.setTimeout(() => take({ type: 'no_answer' }), noAnswerAfterMs)
    void open()
  } else fail('outside_workspace', 'No page frames this one.')

  return {
    getSnapshot: source.getSnapshot,
    subscribe: source.subscribe,
    appearance: { getSnapshot: appearance.getSnapshot, subscribe: appearance.subscribe },
    visibility: { isShown: shown.getSnapshot, subscribe: shown.subscribe },
  }
}

const notLoaded = 'The SDK of the agent workspace could not be loaded.'
const notStarted = 'The app did not start. Where the page calls AmazonConnectApp.init itself, hand in that app.'

async function importSdk(): Promise<WorkspaceSdk> {
  return (await import('./workspace-entry.ts')).workspaceSdk
}

const isPageFramed = () => window.parent !== window
const warn = (message: string, cause?: unknown) => console.warn(message, ...(cause === undefined ? [] : [cause]))
