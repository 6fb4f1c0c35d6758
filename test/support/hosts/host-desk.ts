import type { Locator, Page } from 'playwright-core'
import type { Simulator } from '../../../src/simulator/serve-simulator.ts'
import type { Customer } from './customers.ts'

/** An agent's desk in some host of the panel: what the agent and Amazon Connect do there. */
export interface HostDesk {
  /** Where the cases of this contact are shown, or where none is. */
  panelOf(contactId: string | null): Locator
  /** The contact rings, and the agent looks at it where the host does not turn to it by itself. */
  ring(customer: Customer): Promise<void>
  /** The agent takes the contact, and so looks at it. */
  accept(contactId: string): Promise<void>
  view(contactId: string): Promise<void>
  /** Answers with the id of the contact that goes on. */
  transfer(contactId: string): Promise<string>
  /** After-call work follows. */
  end(contactId: string): Promise<void>
  /** The contact leaves the desk. */
  close(contactId: string): Promise<void>
  signOut(): Promise<void>
  /** Another agent comes to the same browser. */
  signIn(agent: string): Promise<void>
}

/** Where everything is that a host needs. */
export interface Stage {
  readonly simulator: Simulator
  /** Our server, whose page has this host. */
  readonly servers: { readonly streams: string; readonly workspace: string; readonly frame: string }
  /** Desktops of other people, on an origin of their own. */
  readonly desktops: string
}

/** A kind of page that the panel runs in. */
export interface Host {
  readonly name: string
  open(page: Page, stage: Stage): Promise<HostDesk>
}
