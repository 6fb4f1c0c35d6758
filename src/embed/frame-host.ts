import type { ContactSource, DeskState } from '../contact/contact-source.ts'
import { type DesktopMessage, frameProtocol, panelMessages } from '../contact/frame/frame-protocol.ts'
import type { PanelMessage } from '../contact/frame/panel-message.ts'
import { readMessage } from '../contact/frame/read-message.ts'
import { type HostAppearance, untoldAppearance } from '../contact/host-appearance.ts'
import { type FrameWindow, windowIn } from './frame-window.ts'

type Told<Type extends PanelMessage['type']> = Omit<Extract<PanelMessage, { type: Type }>, 'type'>

export interface FrameContactCasesOptions extends Partial<HostAppearance> {
  /** The origin of the panel's page, such as `https://cases.example.com`: no other page in the frame is told anything. */
  readonly origin: string
  /** The desktop's contacts. Where it has them by other means, `createMemorySource` makes a source to set by hand. */
  readonly source: ContactSource
  /** Opens a case. Without it the panel's links do, where its settings have a `caseUrlTemplate`. */
  readonly onOpenCase?: (caseId: string) => void
  readonly onCasesChanged?: (change: Told<'casesChanged'>) => void
  readonly onProblem?: (problem: Told<'problem'>) => void
  /** Takes what people who look after the desktop should know. */
  readonly log?: (message: string) => void
  readonly frame?: FrameWindow
}

/** A framed panel that hears of the desktop's contacts. */
export interface FramedContactCases {
  setAppearance(appearance: Partial<HostAppearance>): void
  /** Empties the panel, and stops. */
  disconnect(): void
}

/** Hands the desktop's contacts over to a panel that this page frames; its settings must name this page's origin. */
export function frameContactCases(iframe: HTMLIFrameElement, options: FrameContactCasesOptions): FramedContactCases {
  const { origin, source, onOpenCase, log = (message) => console.warn(message), frame = windowIn(iframe) } = options
  if (!isOrigin(origin)) {
    throw new Error(`frameContactCases: origin must be like https://cases.example.com, not ${JSON.stringify(origin)}`)
  }
  let appearance: Partial<HostAppearance> = options
  let isReady = false

  const send = (message: DesktopMessage) => void (isReady && frame.post({ ...frameProtocol, ...message }, origin))
  const sendDesk = () => send(messageOf(source.getSnapshot()))
  const sendSettings = () => {
    const { theme, locale } = { ...untoldAppearance, ...appearance }
    send({ type: 'settings', theme, locale, opensCases: onOpenCase !== undefined })
  }

  function take(message: PanelMessage): void {
    if (message.type === 'ready') {
      isReady = true
      sendSettings()
      sendDesk()
    } else if (message.type === 'openCase') onOpenCase?.(message.caseId)
    else if (message.type === 'casesChanged') options.onCasesChanged?.(without(message))
    else if (message.type === 'problem') options.onProblem?.(without(message))
    else log(`The framed panel refused a message. ${message.message}.`)
  }

  const undo = [
    source.subscribe(sendDesk),
    frame.listen((event) => {
      if (event.origin !== origin) return
      const reading = readMessage(panelMessages, event.data)
      if (reading.status === 'read') take(reading.message)
      if (reading.status === 'refused') log(`A message of the framed panel cannot be read. ${reading.why}.`)
    }),
  ]
  return {
    setAppearance(next) {
      appearance = next
      sendSettings()
    },
    disconnect() {
      for (const each of undo) each()
      send({ type: 'bye' })
      isReady = false
    },
  }
}

function messageOf(state: DeskState): DesktopMessage {
  switch (state.status) {
    case 'connecting':
      return { type: 'connecting' }
    case 'failed':
      return { type: 'deskProblem', ...state.problem }
    case 'ready': {
      const { agentArn, contacts, viewedContactId } = state
      return { type: 'desk', agentArn, contacts: [...contacts], viewedContactId }
    }
  }
}

function without<Message extends { type: string }>({ type: _, ...rest }: Message): Omit<Message, 'type'> {
  return rest
}

function isOrigin(text: string): boolean {
  return URL.canParse(text) && new URL(text).origin === text
}
