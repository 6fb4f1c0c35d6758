import type { DeskState } from '../contact/contact-source.ts'
import type { Words } from '../locales/words.ts'
import type { PanelProps } from '../panel/panel.tsx'
import type { Preferences } from '../panel/preferences.ts'
import type { StartFailureProps } from '../panel/states/start-failure.tsx'
import type { SignInState } from '../sign-in/sign-in.ts'
import type { DemoBackend } from './demo-backend.ts'
import type { UserAct } from './user-act.ts'

/** One state, as data: what surrounds the panel, and what an agent did to get there. */
export type DemoState = PanelState | StartState

interface AnyState {
  /** In the link of its card. */
  readonly id: string
  readonly name: string
  /** One sentence for people who design the panel. */
  readonly description: string
  /** What the agent did, in order. */
  readonly acts?: readonly UserAct[]
  /** The words that are on screen when the state is reached, and in no state on the way to it. */
  shows(words: Words): string
}

/** A state of the panel. */
export interface PanelState extends AnyState {
  readonly desk: DeskState
  readonly backend: DemoBackend
  /** Without it, nobody signs in. */
  readonly signIn?: SignInState
  /** What a desktop makes of the panel. */
  readonly panel?: Partial<Omit<PanelProps, 'theme'>>
  /** What the agent set on another day. */
  readonly preferences?: Partial<Preferences>
  /** All pages are read as one: pressing "Load more" five hundred times is nobody's idea of a demo. */
  readonly readsAll?: boolean
}

/** A page that could not start the panel. */
export interface StartState extends AnyState {
  readonly failure: Pick<StartFailureProps, 'reason' | 'detail'>
}

/** States that belong together, under one heading. */
export interface StateGroup {
  readonly name: string
  readonly states: readonly DemoState[]
}
