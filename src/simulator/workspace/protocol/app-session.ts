import type { Desk } from '../../desk/desk.ts'
import type { DeskSetup } from '../../desk/setup.ts'
import type { Topic } from './app-message.ts'
import type { Settings } from './settings.ts'

/** What an instance of the app is for; `idle`: no contact is viewed. */
export type Scope = { readonly type: 'contact'; readonly contactId: string } | { readonly type: 'idle' }

/**
 * How an instance stands: `silent` has not said a word in time; `stopped` is created and out of sight;
 * `closed` was closed at its own wish; `failed` by an error of its own; `gone` leaves the workspace.
 */
export type Stage =
  | 'loading'
  | 'silent'
  | 'creating'
  | 'stopped'
  | 'running'
  | 'destroying'
  | 'closed'
  | 'failed'
  | 'gone'

/** The conversation with the app in one frame; plain data. */
export interface AppSession {
  readonly frameId: string
  readonly scope: Scope
  readonly stage: Stage
  /** New with each greeting: a reloaded frame is another instance. Null: none yet. */
  readonly instanceId: string | null
  /** Why the app asked to be closed. */
  readonly reason: string | null
  readonly subscriptions: readonly { readonly topic: Topic; readonly handlerId: string }[]
  readonly healthChecks: number
}

/** What surrounds a conversation. */
export interface World {
  readonly setup: DeskSetup
  readonly desk: Desk
  readonly settings: Settings
  readonly agent: { readonly arn: string; readonly name: string }
}

/** What the workspace says over the port; structured clone keeps dates. */
export interface WorkspaceMessage {
  readonly type: string
  readonly [name: string]: unknown
}

/** The conversation after an event, and what is said to the app. */
export interface Turn {
  readonly session: AppSession
  readonly says: readonly WorkspaceMessage[]
}

/** A frame that has just been opened. */
export function openSession(frameId: string, scope: Scope): AppSession {
  return { frameId, scope, stage: 'loading', instanceId: null, reason: null, subscriptions: [], healthChecks: 0 }
}

/** Whether the agent sees this instance now. */
export function isViewed({ scope }: AppSession, { viewedContactId }: Desk): boolean {
  return scope.type === 'contact' ? scope.contactId === viewedContactId : viewedContactId === null
}

/** Whether the app has a frame. */
export function hasFrame({ stage }: AppSession): boolean {
  return stage !== 'closed' && stage !== 'failed' && stage !== 'gone'
}
