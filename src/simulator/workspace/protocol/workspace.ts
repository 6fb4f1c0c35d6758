import { type Desk, findContact } from '../../desk/desk.ts'
import { type AppSession, openSession, type Scope } from './app-session.ts'
import type { Settings } from './settings.ts'

/** Everything the workspace knows; plain data. */
export interface Workspace {
  readonly desk: Desk
  readonly settings: Settings
  readonly sessions: readonly AppSession[]
  /** While not, all that apps say waits, and nothing is said to them. */
  readonly answering: boolean
}

/** Something said between the workspace and the app in one frame. */
export interface LogLine {
  /** Counts from 0, also past those that are no longer kept. */
  readonly number: number
  readonly at: number
  readonly frameId: string
  readonly from: 'app' | 'workspace'
  readonly message: { readonly type: string; readonly [name: string]: unknown }
}

/** The frames that are missing: one for each contact, and one for when none is viewed. */
export function missingSessions({ desk, sessions }: Workspace, newId: () => string): AppSession[] {
  const scopes: Scope[] = desk.contacts.map(({ contactId }) => ({ type: 'contact', contactId }))
  return [{ type: 'idle' } as const, ...scopes]
    .filter((scope) => !sessions.some((session) => isFor(session, scope)))
    .map((scope) => openSession(newId(), scope))
}

/** The sessions whose contact has left the desk. */
export function orphans({ desk, sessions }: Workspace): AppSession[] {
  return sessions.filter(({ scope }) => scope.type === 'contact' && !findContact(desk, scope.contactId))
}

/** An instance on its way out, whose contact has left, is not the one for a contact that rings again. */
function isFor(session: AppSession, scope: Scope): boolean {
  const leaving = session.stage === 'destroying' && session.reason === null
  if (leaving || session.scope.type !== scope.type) return false
  return session.scope.type === 'idle' || scope.type === 'idle' || session.scope.contactId === scope.contactId
}
