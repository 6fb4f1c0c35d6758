import * as z from 'zod/mini'
import type { HostAppearance } from '../host-appearance.ts'
import { parseCreateEvent } from './app-context.ts'
import type { Ask, Timers } from './ask.ts'
import { readFacts } from './read-facts.ts'
import type { StartedApp } from './start-app.ts'
import { watchLanguage, watchTheme } from './watch-appearance.ts'
import type { WorkspaceEvent } from './workspace-desk.ts'
import type { Handler, WorkspaceClients, WorkspaceProvider } from './workspace-sdk.ts'

export interface OpenAppOptions {
  readonly clients: WorkspaceClients
  readonly ask: Ask
  readonly timers: Timers
  readonly now: () => number
  readonly log: (message: string, cause?: unknown) => void
  readonly take: (event: WorkspaceEvent) => void
  readonly changeAppearance: (changes: Partial<HostAppearance>) => void
  readonly show: (isShown: boolean) => void
}

const retryAfterMs = 5000

/** Turns what the workspace says to the app into events. Subscribes at once: nothing is told a second time. */
export function openApp({ provider, created, destroyed }: StartedApp, options: OpenAppOptions): void {
  const { clients, ask, timers, now, log, take, changeAppearance, show } = options
  let isOver = false
  const end = () => {
    isOver = true
    take({ type: 'over' })
  }
  provider.onStart(async () => show(true))
  provider.onStop(async () => show(false))
  provider.onError(({ key, message }) => {
    log(`The workspace reports an error: ${key}, ${message}`)
    // The SDK hears no answer any more, but would still pass on a late create.
    if (key === 'workspaceConnectTimeout') isOver = true
  })
  watchTheme(provider, changeAppearance)
  watchPhases(clients, now, take)
  watchHealth(provider, options)
  destroyed?.then(end).catch((cause: unknown) => log('The end of the app went unheard.', cause))

  const open = async (event: unknown) => {
    const context = parseCreateEvent(event)
    if (isOver) return
    if (context === null) return take({ type: 'problem', problem: notPerContact })
    take({ type: 'opened' })
    if (context.may('User.Configuration.View')) void watchLanguage(provider, ask, changeAppearance)
    else log("The panel does not follow the agent's language: the app has no permission User.Configuration.View.")
    const read = async () => {
      const facts = await readFacts(context, { clients, ask, now })
      if (isOver) return
      if (facts.ok) return take({ type: 'facts', ...facts })
      log(`${facts.problem.code}: ${facts.problem.detail}`)
      take({ type: 'problem', problem: facts.problem })
      if (facts.problem.code === 'stopped_answering') timers.setTimeout(() => void read(), retryAfterMs)
    }
    await read()
  }
  created.then(open).catch((cause: unknown) => log('The workspace could not be followed.', cause))
}

const notPerContact = {
  code: 'unsupported_host',
  detail: 'The app must be registered with the contact scope PER_CONTACT.',
} as const

const contactEvent = z.object({ contactId: z.string() })

/** `onConnecting` needs the permission for everything; a frame is there only after its contact has come in. */
function watchPhases({ contact }: WorkspaceClients, now: () => number, take: OpenAppOptions['take']): void {
  const hear =
    (phase: 'connected' | 'missed' | 'afterCallWork' | 'cleared'): Handler =>
    async (data) => {
      const parsed = contactEvent.safeParse(data)
      if (parsed.success) take({ type: 'heard', heard: { contactId: parsed.data.contactId, phase, at: now() } })
    }
  contact.onConnected(hear('connected'))
  contact.onMissed(hear('missed'))
  contact.onStartingAcw(hear('afterCallWork'))
  contact.onCleared(hear('cleared'))
}

/**
 * A health check that failed is a hint: in a page that nobody sees the browser holds back its timers for so long that
 * it fails by itself. So the workspace is asked.
 */
function watchHealth(provider: WorkspaceProvider, { clients, ask, take }: OpenAppOptions): void {
  provider.getProxy().onHealthCheckStatusChanged(async ({ status }) => {
    if (status === 'healthy') return take({ type: 'answers' })
    const answer = await ask(() => clients.agent.getARN())
    if (answer.status === 'silent') take({ type: 'problem', problem: stoppedAnswering })
  })
}

const stoppedAnswering = {
  code: 'stopped_answering',
  detail: 'The workspace answered before and is silent now.',
} as const
