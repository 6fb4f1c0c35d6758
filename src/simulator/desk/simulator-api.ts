import type { Desk } from './desk.ts'
import type { Channel } from './setup.ts'

/** A contact to ring; without an id it is one that has no cases. */
export interface IncomingContact {
  channel: Channel
  contactId?: string | undefined
  /** The first contact of the chain, where another agent has transferred this one here. */
  initialContactId?: string | undefined
  queueName?: string | undefined
  /**
   * The phase it rings in. A CCP rings queue callbacks as `incoming` and everything else as `connecting`
   * (amazon-connect-streams #85, #218); here `incoming` is the default, so that all phases are seen.
   */
  ringsAs?: 'incoming' | 'connecting' | undefined
}

/**
 * `window.simulator`: the softphone, driven from outside the page. Only plain data goes in and out.
 * A step that does not fit the contact's phase, or names no contact of the desk, throws.
 */
export interface SimulatorApi {
  state(): Desk
  /** Rings; answers with the contact's id. */
  incoming(contact: IncomingContact): string
  /** The contact connects by itself a moment later; a queued callback is pending before. */
  accept(contactId: string): void
  connect(contactId: string): void
  /** A pending callback rings at the customer's. */
  dial(contactId: string): void
  reject(contactId: string): void
  miss(contactId: string): void
  /** Hangs up: after-call work follows, or a missed contact where nobody had answered. */
  end(contactId: string): void
  /** Something breaks: the contact is in error. */
  fail(contactId: string): void
  /** Ends after-call work, or puts a missed contact away: the contact leaves the desk. */
  close(contactId: string): void
  pause(contactId: string): void
  resume(contactId: string): void
  /** Answers with the id of the contact that goes on; it connects by itself and keeps its initial contact id. */
  transfer(contactId: string): string
  /** A call only: the customer goes on hold while the agent asks a third party. */
  consult(contactId: string): void
  /** The consulted third party and the customer talk with the agent. */
  conference(contactId: string): void
  dropThirdParty(contactId: string): void
  view(contactId: string | null): void
  setAgentState(name: string): void
  /** The state follows once the last contact has left the desk. */
  enqueueAgentState(name: string): void
  /** The agent signs out: `terminated`. */
  signOut(): void
  /** The session runs out: `auth_fail`. */
  expireSession(): void
  /** Signs in again, or, while signed in, changes the agent without a word. */
  signIn(options?: { agent?: string }): void
  denyAccess(): void
  /** The softphone gives up signing in: `cti_authorize_retries_exhausted` or `authorize_retries_exhausted`. */
  exhaustRetries(service: 'cti' | 'authorize'): void
  stopAnswering(): void
  answer(): void
  /**
   * Plays a script (`script.ts`) to its end; rejects with the number of the step that could not be done, and why.
   * A reload of the page ends it.
   */
  play(script: unknown): Promise<void>
}

declare global {
  // Only `var` declares a member of globalThis.
  var simulator: SimulatorApi
}
