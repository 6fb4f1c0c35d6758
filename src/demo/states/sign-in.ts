import { deskOf } from '../../panel/testing/desk-builders.ts'
import type { SignedOutReason, SignInState } from '../../sign-in/sign-in.ts'
import { casesOf } from '../demo-case.ts'
import { chatOf, deskWith } from '../demo-desk.ts'
import type { DemoState, StateGroup } from '../demo-state.ts'

export function signInStates(now: number): StateGroup {
  return {
    name: 'Sign-in',
    states: [
      {
        ...asked({ status: 'signingIn' }),
        id: 'signing-in',
        name: 'Signing in',
        description: 'The provider is asked, unseen at first, or in a window that the agent opened.',
        shows: ({ messages }) => messages.signIn.signingIn.text,
      },
      signedOut('never', 'Not signed in', 'The provider does not know this browser: the agent signs in by a window.'),
      signedOut('left', 'Signed out by hand', 'No case stays on screen, and a reload signs nobody in.'),
      signedOut('popup_closed', 'Window closed', 'The agent closed the window before the provider was content.'),
      signedOut('popup_blocked', 'Window blocked', 'The browser let no window open.'),
      signedOut(
        'refused',
        'Sign-in refused',
        'The provider said no; the last line is for the administrator.',
        'access_denied',
      ),
      signedOut('unreachable', 'Provider away', 'The provider does not answer, and without it nobody signs in.'),
      signedOut('expired', 'Sign-in expired', 'The session ended and could not be renewed; no case stays on screen.'),
      {
        id: 'signed-in',
        name: 'Signed in',
        description: 'Where there is sign-in, the last button of the line signs out.',
        desk: deskWith(chatOf(now)),
        backend: { cases: () => casesOf(now, 4) },
        signIn: { status: 'signedIn', subject: 'ana', session: 1 },
        shows: () => 'Charged twice',
      },
      {
        ...asked({ status: 'signedIn', subject: 'ana', session: 1 }),
        id: 'signed-in-no-contact',
        name: 'Signed in, no contact',
        description: 'The end of a shift: nothing to do, and a way out.',
        shows: ({ messages }) => messages.noContact.text,
      },
    ],
  }
}

function asked(signIn: SignInState) {
  return { desk: deskOf([]), backend: { cases: () => [] }, signIn }
}

function signedOut(
  reason: SignedOutReason,
  name: string,
  description: string,
  detail: string | null = null,
): DemoState {
  return {
    ...asked({ status: 'signedOut', reason, detail }),
    id: `sign-in-${reason.replaceAll('_', '-')}`,
    name,
    description,
    shows: ({ messages }) => messages.signIn.signedOut[reason],
  }
}
