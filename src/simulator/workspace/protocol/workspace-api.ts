import type { SimulatorApi } from '../../desk/simulator-api.ts'
import type { Language, Permission, VisualMode } from './settings.ts'
import type { LogLine, Workspace } from './workspace.ts'

type DeskMethod =
  | 'incoming'
  | 'accept'
  | 'connect'
  | 'dial'
  | 'reject'
  | 'miss'
  | 'end'
  | 'fail'
  | 'close'
  | 'pause'
  | 'resume'
  | 'transfer'
  | 'view'

/**
 * `window.workspace`: the workspace, driven from outside the page. Only plain data goes in and out.
 * What happens to contacts is as on the softphone; `view(null)` shows the app that is open for no contact.
 */
export interface WorkspaceApi extends Pick<SimulatorApi, DeskMethod> {
  state(): Workspace
  setTheme(visualMode: VisualMode): void
  /** Null: the agent has chosen none. */
  setLanguage(language: Language | null): void
  /** Counts from the next request or subscription, and for the instances created from now on. */
  setPermissions(permissions: readonly Permission[]): void
  /** The last thousand messages between the workspace and its apps, the oldest first. */
  logs(): readonly LogLine[]
  /** Apps are not heard and hear nothing. */
  stopAnswering(): void
  /** All that has waited is said and heard now, in its order. */
  answer(): void
}

declare global {
  // Only `var` declares a member of globalThis.
  var workspace: WorkspaceApi
}
