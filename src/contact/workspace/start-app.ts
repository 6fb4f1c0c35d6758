import type { WorkspaceProvider, WorkspaceSdk } from './workspace-sdk.ts'

/** An app of the workspace that is started, by us or by the page. */
export interface StartedApp {
  /** What `AmazonConnectApp.init` returned. */
  readonly provider: WorkspaceProvider
  /** Resolves with the event that `onCreate` is called with. */
  readonly created: Promise<unknown>
  /** Resolves when `onDestroy` is called; without it, the panel forgets its contact only as the frame goes. */
  readonly destroyed?: Promise<unknown>
}

declare global {
  // On the global object the app outlives a module that is loaded anew (hot reload). Only `var` declares a member of it.
  var contactCasesWorkspaceApp: StartedApp | undefined
}

type Page = Pick<typeof globalThis, 'contactCasesWorkspaceApp'>

// As long as the SDK lets us, so that a workspace that answers late is still one.
const connectionTimeout = 60_000

/** The page's app, which is started at the first call: the SDK can neither start twice nor end. */
export function startApp(sdk: WorkspaceSdk, page: Page = globalThis): StartedApp {
  page.contactCasesWorkspaceApp ??= start(sdk)
  return page.contactCasesWorkspaceApp
}

function start(sdk: WorkspaceSdk): StartedApp {
  const [created, create] = signal()
  const [destroyed, destroy] = signal()
  // They neither wait nor throw: the workspace would take the app for broken, and close it.
  const workspace = { connectionTimeout }
  const provider = sdk.init({ onCreate: async (event) => create(event), onDestroy: async () => destroy(), workspace })
  return { provider, created, destroyed }
}

function signal(): [Promise<unknown>, (value?: unknown) => void] {
  let give: (value?: unknown) => void = () => {}
  const given = new Promise<unknown>((resolve) => {
    give = resolve
  })
  return [given, give]
}
