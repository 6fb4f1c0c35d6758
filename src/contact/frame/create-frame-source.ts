import type { ContactSource } from '../contact-source.ts'
import type { HostAppearance } from '../host-appearance.ts'
import { createSnapshots, type Snapshots } from '../snapshots.ts'
import { type Desktop, failedDesktop, newDesktop, reduceDesktop } from './desktop.ts'
import { type DesktopMessage, desktopMessages, frameProtocol, frameVersions } from './frame-protocol.ts'
import { createGreeting, type GreetingOptions } from './greet-desktop.ts'
import type { PanelMessage } from './panel-message.ts'
import { readMessage } from './read-message.ts'
import { type WindowAround, windowAroundPage } from './window-around.ts'

export interface FrameSourceOptions {
  /** The origins whose pages may frame this one and hand over their contacts, such as `https://desk.example.com`. */
  readonly embedders: readonly string[]
  /** How long the desktop may take to say what is on its desk. */
  readonly noAnswerAfterMs?: number
  /** null: the page is not framed. */
  readonly around?: WindowAround | null
  readonly timers?: GreetingOptions['timers']
  /** Takes what people who look after the desk should know. */
  readonly log?: (message: string) => void
}

/** Contacts of the desktop that frames this page, what else it says, and a way to tell it something. */
export interface FrameSource extends ContactSource {
  readonly appearance: Snapshots<HostAppearance>
  /** Whether the desktop opens cases itself. */
  readonly opensCases: Snapshots<boolean>
  /** Says something to the desktop; to nobody before it has spoken. */
  tell(message: PanelMessage): void
}

/** A source for a page in a frame: greets the desktop around it until that says what is on its desk. */
export function createFrameSource(options: FrameSourceOptions): FrameSource {
  const { embedders, noAnswerAfterMs = 5_000, around = windowAroundPage() } = options
  const { timers = globalThis, log = (message) => console.warn(message) } = options
  const store = createSnapshots(newDesktop)
  const view = <T>(select: (desktop: Desktop) => T): Snapshots<T> => ({
    getSnapshot: () => select(store.getSnapshot()),
    subscribe: store.subscribe,
  })
  const fail = (code: 'no_desktop' | 'unsupported_host', detail: string) =>
    store.set(failedDesktop(store.getSnapshot(), code, detail))

  /** Where the desktop is, once it has spoken. */
  let heardAt: string | null = null
  const source: FrameSource = {
    ...view(({ desk }) => desk),
    appearance: view(({ appearance }) => appearance),
    opensCases: view(({ opensCases }) => opensCases),
    tell: (message) => heardAt !== null && around?.post({ ...frameProtocol, ...message }, heardAt),
  }

  if (around === null) {
    fail('unsupported_host', 'The page is not in a frame, and its host is "frame". Open the desktop that frames it.')
    return source
  }
  const origins = embedders.filter((origin) => around.origin === null || origin === around.origin)
  if (origins.length === 0) {
    fail('unsupported_host', `${around.origin} frames the page, and embedders of /config.json does not name it.`)
    return source
  }

  const greeting = createGreeting({
    greet() {
      const ready: PanelMessage = { type: 'ready', versions: [...frameVersions] }
      for (const origin of origins) around.post({ ...frameProtocol, ...ready }, origin)
    },
    onSilence: () => fail('no_desktop', `Nothing at ${origins.join(' or ')} answers. Does it send "desk" messages?`),
    silentAfterMs: noAnswerAfterMs,
    timers,
  })
  const refused = new Set<string>()
  const refuse = (why: string) => {
    source.tell({ type: 'error', message: why, versions: [...frameVersions] })
    if (!refused.has(why)) log(`A message of the desktop was refused. ${why}.`)
    refused.add(why)
  }

  /** Answers with why the message changed nothing; null: it was taken. */
  const take = (message: DesktopMessage): string | null => {
    const next = reduceDesktop(store.getSnapshot(), message)
    if ('why' in next) return next.why
    store.set(next)
    if (message.type === 'bye') greeting.start()
    else if (message.type !== 'settings') greeting.stop()
    return null
  }

  around.listen(({ origin, data }) => {
    if (!origins.includes(origin)) return
    const reading = readMessage(desktopMessages, data)
    if (reading.status === 'ignored') return
    heardAt = origin
    const why = reading.status === 'refused' ? reading.why : take(reading.message)
    if (why !== null) refuse(why)
  })
  greeting.start()
  return source
}
