import { createContext, type ReactNode, use } from 'react'
import type { CaseRow } from '../../cases/case-rows.ts'
import type { CasesView } from '../../cases/cases-view.ts'
import type { DeskContact } from '../../contact/contact-source.ts'

/** What `renderCase` is given. */
export interface CaseSlot {
  readonly row: CaseRow
  /** What the row shows without you. */
  readonly content: ReactNode
}

/** What `renderHeader` and `renderEmpty` are given. */
export interface ContactSlot {
  readonly contact: DeskContact
  readonly view: CasesView
  /** What is there without you. */
  readonly content: ReactNode
}

/** One more thing that can be done with a case. */
export interface CaseAction {
  /** Tells the actions of a row apart. */
  readonly id: string
  /** What it does: its name, and its tooltip. */
  readonly label: string
  /** A sign of 16 by 16, or a letter. */
  readonly icon: ReactNode
  readonly onPress: () => void
}

/** What a desktop puts in place of parts of the panel. Keep each the same function from render to render. */
export interface Slots {
  /** What a row tells of its case. Rows are as high as this is. */
  readonly renderCase?: ((slot: CaseSlot) => ReactNode) | undefined
  /** What can be done with a case beside opening and copying; called for each row in sight. */
  readonly caseActions?: ((row: CaseRow) => readonly CaseAction[]) | undefined
  /** What names the contact. */
  readonly renderHeader?: ((slot: ContactSlot) => ReactNode) | undefined
  /** What is there when no case is linked to the contact. */
  readonly renderEmpty?: ((slot: ContactSlot) => ReactNode) | undefined
}

export type SlotName = keyof Slots

export const SlotsContext = createContext<Slots>({})

export function useSlots(): Slots {
  return use(SlotsContext)
}
