import { answerRequest } from './answer-request.ts'
import type { AppMessage } from './app-message.ts'
import { type AppSession, hasFrame, isViewed, type Turn, type World } from './app-session.ts'
import type { ContactEvent } from './contact-events.ts'
import { type LifecycleWord, lifecycle } from './lifecycle.ts'
import type { Settings } from './settings.ts'
import { publishContactEvent, publishSettings, subscribe, unsubscribe } from './subscriptions.ts'

/** What can happen to one conversation. Times and ids come from outside. */
export type SessionEvent =
  | { readonly type: 'init'; readonly at: number; readonly instanceId: string; readonly connectionId: string }
  | { readonly type: 'message'; readonly at: number; readonly message: AppMessage }
  | { readonly type: 'viewChanged' }
  | { readonly type: 'contactEvent'; readonly event: ContactEvent }
  | { readonly type: 'settingsChanged'; readonly before: Settings }
  | { readonly type: 'destroy' }
  /** The app has been in this stage for as long as the workspace waits. */
  | { readonly type: 'timeout'; readonly stage: AppSession['stage'] }

/** One turn of the conversation; pure. */
export function reduceSession(session: AppSession, event: SessionEvent, world: World): Turn {
  switch (event.type) {
    case 'init':
      return greet(session, event, world)
    case 'message':
      return hear(session, event.message, event.at, world)
    case 'viewChanged':
      return follow(session, world)
    case 'contactEvent':
      return { session, says: publishContactEvent(session, event.event) }
    case 'settingsChanged':
      return { session, says: publishSettings(session, event.before, world.settings) }
    case 'destroy':
      return destroy(session, null, world)
    case 'timeout':
      return session.stage === event.stage ? timeOut(session) : quiet(session)
  }
}

/** A second greeting comes from a frame that was reloaded: all that the first instance had is void. */
function greet(session: AppSession, init: Extract<SessionEvent, { type: 'init' }>, world: World): Turn {
  if (session.stage === 'destroying' || !hasFrame(session)) return quiet(session)
  const acknowledge = {
    type: 'acknowledge',
    connectionId: init.connectionId,
    status: { initialized: true, startTime: new Date(init.at) },
    healthCheckInterval: 5000,
  }
  const creating: AppSession = { ...session, stage: 'creating', instanceId: init.instanceId, subscriptions: [] }
  return { session: creating, says: [acknowledge, lifecycle(creating, 'create', world)] }
}

function hear(session: AppSession, message: AppMessage, at: number, world: World): Turn {
  switch (message.type) {
    case 'request':
      return { session, says: [answerRequest(message, session.scope, world, at)] }
    case 'subscribe':
      return subscribe(session, message, world)
    case 'unsubscribe':
      return quiet(unsubscribe(session, message.topic))
    case 'appLifecycleHandlerCompleted':
      return complete(session, message.stage, world)
    case 'closeApp':
      return message.isFatalError ? fail(session, message.message) : destroy(session, message.message, world)
    case 'healthCheck': {
      const counter = session.healthChecks + 1
      const says = [{ type: 'healthCheckResponse', time: at, counter }]
      return { session: { ...session, healthChecks: counter }, says }
    }
    default:
      return quiet(session)
  }
}

function complete(session: AppSession, stage: 'create' | 'destroy', world: World): Turn {
  if (stage === 'create' && session.stage === 'creating') return follow({ ...session, stage: 'stopped' }, world)
  if (stage === 'destroy' && session.stage === 'destroying') return quiet(ended(session))
  return quiet(session)
}

/** An app runs while the agent sees it; start and stop are never acknowledged. */
function follow(session: AppSession, world: World): Turn {
  const viewed = isViewed(session, world.desk)
  if (session.stage === 'stopped' && viewed) return pass(session, 'running', 'start', world)
  if (session.stage === 'running' && !viewed) return pass(session, 'stopped', 'stop', world)
  return quiet(session)
}

function destroy(session: AppSession, reason: string | null, world: World): Turn {
  const asked = { ...session, reason }
  if (session.stage === 'destroying') return quiet(asked)
  if (session.instanceId === null || !hasFrame(session)) return quiet(ended(asked))
  const stop = session.stage === 'running' ? [lifecycle(session, 'stop', world)] : []
  const { session: destroying, says } = pass(asked, 'destroying', 'destroy', world)
  return { session: destroying, says: [...stop, ...says] }
}

/** The frame goes at once, without a word ("Error handling", Agent Workspace Developer Guide). */
function fail(session: AppSession, reason: string): Turn {
  return quiet(
    session.stage === 'destroying' ? ended(session) : { ...session, stage: 'failed', reason, subscriptions: [] },
  )
}

function timeOut(session: AppSession): Turn {
  if (session.stage === 'loading') return quiet({ ...session, stage: 'silent' })
  return quiet(session.stage === 'destroying' ? ended(session) : session)
}

/** An app that asked to be closed leaves a note in its place; one whose contact is gone leaves nothing. */
function ended(session: AppSession): AppSession {
  return { ...session, stage: session.reason === null ? 'gone' : 'closed', subscriptions: [] }
}

function pass(session: AppSession, stage: AppSession['stage'], word: LifecycleWord, world: World): Turn {
  return { session: { ...session, stage }, says: [lifecycle(session, word, world)] }
}

function quiet(session: AppSession): Turn {
  return { session, says: [] }
}
