import type { AgentArn, ContactArn, ContactId } from './contact-arn.ts'
import type { Snapshots } from './snapshots.ts'

export type Channel = 'voice' | 'chat' | 'task' | 'email'

export type ContactPhase = 'incoming' | 'connecting' | 'connected' | 'paused' | 'missed' | 'afterCallWork' | 'ended'

/** One contact on the agent's desk. */
export interface DeskContact {
  readonly contactArn: ContactArn
  readonly contactId: ContactId
  /** The first contact of the chain this one was transferred from; null: not transferred. */
  readonly initialContactArn: ContactArn | null
  readonly channel: Channel
  readonly queueName: string | null
  /** null: the desk does not say; it only tells of changes. */
  readonly phase: ContactPhase | null
  /** When this phase began, in milliseconds since 1970; null where the desk does not say. */
  readonly phaseSince: number | null
}

/** Why the desk cannot say which contact the agent has; `detail` is for people who look after the desk. */
export interface DeskProblem {
  readonly code:
    | 'signed_out'
    | 'access_denied'
    | 'no_answer'
    | 'stopped_answering'
    | 'unsupported_host'
    | 'outside_workspace'
    | 'missing_permission'
    | 'no_desktop'
  /** Of `missing_permission`, its name. */
  readonly detail: string
}

/** What the agent's desk says now. */
export type DeskState =
  | { readonly status: 'connecting' }
  | { readonly status: 'failed'; readonly problem: DeskProblem }
  | {
      readonly status: 'ready'
      readonly agentArn: AgentArn
      /** In the order they came, each once. */
      readonly contacts: readonly DeskContact[]
      /** The contact the agent looks at, always one of `contacts`; null where the desk shows none or has not said. */
      readonly viewedContactId: ContactId | null
    }

/** Where contacts come from: Streams, the Workspace SDK or memory. */
export interface ContactSource extends Snapshots<DeskState> {}
