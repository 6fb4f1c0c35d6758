import type { DeskProblem } from '../../contact/contact-source.ts'
import { fill } from '../../locales/plural.ts'
import { deskOf } from '../../panel/testing/desk-builders.ts'
import type { DemoBackend } from '../demo-backend.ts'
import type { DemoState, StateGroup } from '../demo-state.ts'

const nobodyAsks: DemoBackend = { cases: () => [] }

export const deskStates: StateGroup = {
  name: 'The desk',
  states: [
    {
      id: 'connecting',
      name: 'Connecting to the desk',
      description: 'The page has just opened and the softphone has not answered yet.',
      desk: { status: 'connecting' },
      backend: nobodyAsks,
      shows: ({ messages }) => messages.connecting.text,
    },
    failed('signed_out', 'Signed out', 'The agent signed out, or the session ran out; no case stays on screen.'),
    failed('access_denied', 'Access denied', 'The agent may not use the softphone: only an administrator can help.'),
    failed('no_answer', 'The desk does not answer', 'The softphone never answered: a popup was blocked, say.'),
    failed('stopped_answering', 'The desk stopped answering', 'The softphone answered before and has gone silent.'),
    failed(
      'outside_workspace',
      'Outside the workspace',
      'The page is set up for the agent workspace, and is not in it.',
    ),
    failed(
      'missing_permission',
      'A permission is missing',
      'The workspace does not let the app see the contact.',
      'Contact.Details.View',
    ),
    failed('no_desktop', 'No desktop around the panel', 'The page is in a frame, and nobody tells it of contacts.'),
    failed('unsupported_host', 'A host that is not supported', 'The page is framed by something that is no desk.'),
    {
      id: 'no-contact',
      name: 'No contact',
      description: 'The agent waits for the next contact: the state of every quiet minute.',
      desk: deskOf([]),
      backend: nobodyAsks,
      shows: ({ messages }) => messages.noContact.text,
    },
  ],
}

function failed(code: DeskProblem['code'], name: string, description: string, detail = 'Part of the demo'): DemoState {
  return {
    id: code.replaceAll('_', '-'),
    name,
    description,
    desk: { status: 'failed', problem: { code, detail } },
    backend: nobodyAsks,
    shows: ({ messages }) => fill(messages.deskProblems[code].text, { detail }),
  }
}
