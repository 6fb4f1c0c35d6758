import { agentName } from '../ccp/agent-update.ts'
import type { DeskStore } from '../ccp/desk-store.ts'
import { agentId } from '../desk/agent-id.ts'
import type { DeskSetup } from '../desk/setup.ts'
import { parseAppMessage } from './protocol/app-message.ts'
import type { AppSession, World } from './protocol/app-session.ts'
import { contactEvents } from './protocol/contact-events.ts'
import { reduceSession, type SessionEvent } from './protocol/reduce-session.ts'
import { firstSettings, type Settings } from './protocol/settings.ts'
import { missingSessions, orphans, type Workspace } from './protocol/workspace.ts'
import type { Port, Switchboard } from './switchboard.ts'

interface Surroundings {
  now(): number
  newId(): string
  later(ms: number, action: () => void): void
  /** How long an app may take to greet the workspace, and to be destroyed. */
  readonly timeoutMs: number
}

/** The one workspace of the page: a desk, its settings, and a conversation with the app in each frame. */
export interface WorkspaceStore {
  getWorkspace(): Workspace
  /** Calls back after each change; returns the undo. */
  watch(onChange: () => void): () => void
  /** An app greets and hands over its port. */
  greet(frameId: string, port: Port): void
  /** An app says something over its port. */
  hear(frameId: string, port: Port, data: unknown): void
  setSettings(changes: Partial<Settings>): void
  setAnswering(answering: boolean): void
}

export function createWorkspaceStore(
  setup: DeskSetup,
  desk: DeskStore,
  switchboard: Switchboard,
  around: Surroundings,
): WorkspaceStore {
  const state = createState({ desk: desk.getDesk(), settings: firstSettings, sessions: [], answering: true })
  const { getWorkspace, change } = state
  const { tell, tellAll, open, release } = createConversations(setup, state, switchboard, around)

  desk.watch((before, after) => {
    change({ desk: after })
    for (const event of contactEvents(before, after)) tellAll({ type: 'contactEvent', event })
    tellAll({ type: 'viewChanged' })
    for (const { frameId } of orphans(getWorkspace())) tell(frameId, { type: 'destroy' })
    open(missingSessions(getWorkspace(), around.newId))
  })
  open(missingSessions(getWorkspace(), around.newId))

  return {
    getWorkspace,
    watch: state.watch,
    greet(frameId, port) {
      switchboard.connect(frameId, port)
      tell(frameId, { type: 'init', at: around.now(), instanceId: around.newId(), connectionId: around.newId() })
    },
    hear(frameId, port, data) {
      const message = parseAppMessage(data)
      if (!message || !switchboard.isConnected(frameId, port)) return
      switchboard.writeHeard(frameId, message)
      tell(frameId, { type: 'message', at: around.now(), message })
    },
    setSettings(changes) {
      const before = getWorkspace().settings
      change({ settings: { ...before, ...changes } })
      tellAll({ type: 'settingsChanged', before })
    },
    setAnswering(answering) {
      change({ answering })
      if (answering) release()
    },
  }
}

type State = ReturnType<typeof createState>

function createState(initial: Workspace) {
  let workspace = initial
  const watchers = new Set<() => void>()
  return {
    getWorkspace: () => workspace,
    change(changes: Partial<Workspace>) {
      workspace = { ...workspace, ...changes }
      for (const onChange of watchers) onChange()
    },
    watch(onChange: () => void) {
      watchers.add(onChange)
      return () => watchers.delete(onChange)
    },
  }
}

/** Takes each conversation one turn further, or, while the workspace does not answer, keeps the turn for later. */
function createConversations(
  setup: DeskSetup,
  { getWorkspace, change }: State,
  switchboard: Switchboard,
  around: Surroundings,
) {
  const held: (() => void)[] = []
  const tell = (frameId: string, event: SessionEvent): void => {
    const { answering, sessions } = getWorkspace()
    if (!answering) {
      held.push(() => tell(frameId, event))
      return
    }
    const session = sessions.find((candidate) => candidate.frameId === frameId)
    if (!session) return
    const turn = reduceSession(session, event, worldOf(setup, getWorkspace()))
    change({ sessions: replaced(sessions, turn.session) })
    for (const message of turn.says) switchboard.say(frameId, message)
    if (turn.session.stage === 'destroying' && session.stage !== 'destroying') limit(turn.session)
  }
  const limit = ({ frameId, stage }: AppSession) =>
    around.later(around.timeoutMs, () => tell(frameId, { type: 'timeout', stage }))
  return {
    tell,
    tellAll(event: SessionEvent) {
      for (const { frameId } of getWorkspace().sessions) tell(frameId, event)
    },
    open(opened: readonly AppSession[]) {
      change({ sessions: [...getWorkspace().sessions, ...opened] })
      opened.forEach(limit)
    },
    release() {
      for (const turn of held.splice(0)) turn()
    },
  }
}

function worldOf(setup: DeskSetup, { desk, settings }: Workspace): World {
  const agent = { arn: `${setup.instanceArn}/agent/${agentId(desk.agent)}`, name: agentName(desk.agent) }
  return { setup, desk, settings, agent }
}

/** A session that is gone takes its frame along. */
function replaced(sessions: readonly AppSession[], session: AppSession): AppSession[] {
  return sessions
    .map((old) => (old.frameId === session.frameId ? session : old))
    .filter(({ stage }) => stage !== 'gone')
}
