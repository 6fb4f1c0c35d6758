import type { AppMessage } from './protocol/app-message.ts'
import type { WorkspaceMessage } from './protocol/app-session.ts'
import type { LogLine } from './protocol/workspace.ts'

/** The end of a message channel that an app has handed over. */
export type Port = Pick<MessagePort, 'postMessage' | 'close'>

/** The line to the app in each frame, and a log of what is said on them. */
export interface Switchboard {
  /** A frame that was reloaded hands over another port; the old one is closed. */
  connect(frameId: string, port: Port): void
  /** Whether the port is still the frame's. */
  isConnected(frameId: string, port: Port): boolean
  say(frameId: string, message: WorkspaceMessage): void
  writeHeard(frameId: string, message: AppMessage): void
  logs(): readonly LogLine[]
}

const logLimit = 1000

export function createSwitchboard(now: () => number): Switchboard {
  const ports = new Map<string, Port>()
  const lines: LogLine[] = []
  let count = 0
  const write = (frameId: string, from: LogLine['from'], message: LogLine['message']) => {
    lines.push({ number: count++, at: now(), frameId, from, message })
    if (lines.length > logLimit) lines.shift()
  }
  return {
    connect(frameId, port) {
      ports.get(frameId)?.close()
      ports.set(frameId, port)
    },
    isConnected: (frameId, port) => ports.get(frameId) === port,
    say(frameId, message) {
      write(frameId, 'workspace', message)
      ports.get(frameId)?.postMessage(message)
    },
    writeHeard: (frameId, message) => write(frameId, 'app', message),
    logs: () => lines,
  }
}
