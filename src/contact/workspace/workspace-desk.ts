import type { AgentArn } from '../contact-arn.ts'
import type { ContactPhase, DeskContact, DeskProblem, DeskState } from '../contact-source.ts'

/** What is known of the workspace, in the frame of one contact or of none. */
export interface WorkspaceDesk {
  readonly problem: DeskProblem | null
  /** The workspace has opened the app. */
  readonly isOpen: boolean
  /** null: not answered yet. */
  readonly agentArn: AgentArn | null
  /** null: not answered yet, or the app is open for no contact. */
  readonly contact: DeskContact | null
  /** The last that was heard of a contact, which may be before anything else is known of it. */
  readonly heard: Heard | null
  /** The workspace takes the app away: nothing brings its contact back. */
  readonly isOver: boolean
}

interface Heard {
  readonly contactId: string
  readonly phase: ContactPhase | 'cleared'
  readonly at: number
}

export type WorkspaceEvent =
  | { readonly type: 'opened' | 'over' | 'no_answer' }
  | { readonly type: 'facts'; readonly agentArn: AgentArn; readonly contact: DeskContact | null }
  | { readonly type: 'heard'; readonly heard: Heard }
  | { readonly type: 'problem'; readonly problem: DeskProblem }
  /** It was silent and talks again. */
  | { readonly type: 'answers' }

export const newWorkspaceDesk: WorkspaceDesk = {
  problem: null,
  isOpen: false,
  agentArn: null,
  contact: null,
  heard: null,
  isOver: false,
}

/** The desk after an event. */
export function reduceWorkspaceDesk(desk: WorkspaceDesk, event: WorkspaceEvent): WorkspaceDesk {
  switch (event.type) {
    case 'opened':
      return { ...desk, isOpen: true, problem: null }
    case 'no_answer':
      return desk.isOpen || desk.problem ? desk : { ...desk, problem: outsideWorkspace }
    case 'facts':
      return { ...desk, problem: null, agentArn: event.agentArn, contact: event.contact }
    case 'heard':
      return hear(desk, event.heard)
    case 'problem':
      return { ...desk, problem: event.problem }
    case 'answers':
      return desk.problem?.code === 'stopped_answering' ? { ...desk, problem: null } : desk
    case 'over':
      return { ...desk, isOver: true, contact: null, problem: null }
  }
}

/** The desk as the rest of the page sees it: the frame's own contact is the one that is viewed in it. */
export function deskStateOf({ problem, agentArn, contact, heard, isOver }: WorkspaceDesk): DeskState {
  if (problem) return { status: 'failed', problem }
  if (agentArn === null) return { status: 'connecting' }
  const said = heard !== null && heard.contactId === contact?.contactId ? heard : null
  if (isOver || contact === null || said?.phase === 'cleared') {
    return { status: 'ready', agentArn, contacts: [], viewedContactId: null }
  }
  const now = said === null ? contact : { ...contact, phase: said.phase, phaseSince: said.at }
  return { status: 'ready', agentArn, contacts: [now], viewedContactId: contact.contactId }
}

/** Events of other contacts do not come, unless the page's own app listens to them; a cleared contact stays so. */
function hear(desk: WorkspaceDesk, heard: Heard): WorkspaceDesk {
  const isOfOther = desk.contact !== null && desk.contact.contactId !== heard.contactId
  const isCleared = desk.heard?.phase === 'cleared' && desk.heard.contactId === heard.contactId
  return isOfOther || isCleared ? desk : { ...desk, heard }
}

const outsideWorkspace: DeskProblem = {
  code: 'outside_workspace',
  detail: 'The page around this one does not answer as the agent workspace does.',
}
