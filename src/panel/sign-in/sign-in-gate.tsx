import { type ReactNode, useRef } from 'react'
import type { SignIn, SignInState } from '../../sign-in/sign-in.ts'
import { Announcer } from '../announcer.tsx'
import { useTellProblem } from '../events/events-context.ts'
import { useTellOnce } from '../events/use-tell-once.ts'
import { FocusArea, useTakeLostFocus } from '../focus-area.tsx'
import { Notice } from '../states/notice.tsx'
import { useWords } from '../words-context.tsx'
import { SignOutContext } from './sign-out-context.ts'
import { isCalm, SignedOut } from './signed-out.tsx'
import { useSignInState } from './use-sign-in-state.ts'

interface SignInGateProps {
  readonly signIn: SignIn
  /** Everything that is one person's. */
  readonly children: ReactNode
}

/** Lets the panel be there while somebody is signed in, a new one for each who does. */
export function SignInGate({ signIn, children }: SignInGateProps) {
  const state = useSignInState(signIn)
  const { messages } = useWords()
  const area = useRef<HTMLDivElement>(null)
  const lostFocus = useRef(false)
  useTakeLostFocus(lostFocus, area)
  const tellProblem = useTellProblem()
  const failed = state.status === 'signedOut' && !isCalm(state.reason) ? state.reason : null
  useTellOnce(failed, () => failed && tellProblem({ kind: 'signIn', code: failed }))
  return (
    <div className="contact-cases-gate" ref={area} tabIndex={-1}>
      {/* The key: no state of one person's panel is there for the next. */}
      <FocusArea key={keyOf(state)} className="contact-cases-gate" lost={lostFocus}>
        {state.status === 'signingIn' && <Notice tone="calm" {...messages.signIn.signingIn} />}
        {state.status === 'signedOut' && <SignedOut state={state} onSignIn={() => signIn.signIn()} />}
        {state.status === 'signedIn' && (
          <SignOutContext value={signIn.signOut}>
            {/* Its own: what was said of a person's contacts goes with them. */}
            <Announcer>{children}</Announcer>
          </SignOutContext>
        )}
      </FocusArea>
    </div>
  )
}

function keyOf(state: SignInState): string {
  return state.status === 'signedIn' ? `session ${state.session}` : state.status
}
