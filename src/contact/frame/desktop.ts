import type { DeskProblem, DeskState } from '../contact-source.ts'
import { type HostAppearance, untoldAppearance } from '../host-appearance.ts'
import { deskOfMessage } from './desk-of-message.ts'
import type { DesktopMessage } from './frame-protocol.ts'

/** What is known of the desktop around the page. */
export interface Desktop {
  readonly desk: DeskState
  readonly appearance: HostAppearance
  /** Whether it opens cases itself. */
  readonly opensCases: boolean
}

/** A desktop that has not said anything yet. */
export const newDesktop: Desktop = {
  desk: { status: 'connecting' },
  appearance: untoldAppearance,
  opensCases: false,
}

/** The desktop after a message, or why the message cannot be: then nothing has changed. */
export function reduceDesktop(desktop: Desktop, message: DesktopMessage): Desktop | { readonly why: string } {
  switch (message.type) {
    case 'desk': {
      const read = deskOfMessage(message)
      return read.desk ? withDesk(desktop, read.desk) : read
    }
    case 'deskProblem':
      return failedDesktop(desktop, message.code, message.detail)
    case 'connecting':
    case 'bye':
      return withDesk(desktop, newDesktop.desk)
    case 'settings': {
      const { theme = desktop.appearance.theme, locale = desktop.appearance.locale } = message
      return { ...desktop, appearance: { theme, locale }, opensCases: message.opensCases ?? desktop.opensCases }
    }
  }
}

export function failedDesktop(desktop: Desktop, code: DeskProblem['code'], detail: string): Desktop {
  return withDesk(desktop, { status: 'failed', problem: { code, detail } })
}

function withDesk(desktop: Desktop, desk: DeskState): Desktop {
  // Plain data of a dozen contacts, built in one place: equal texts are equal desks.
  return JSON.stringify(desk) === JSON.stringify(desktop.desk) ? desktop : { ...desktop, desk }
}
