import { type ReactNode, useCallback, useRef, useSyncExternalStore } from 'react'
import type { SignIn, SignInState } from '../../sign-in/sign-in.ts'
import { Announcer } from '../announcer.tsx'
import { FocusArea, useTakeLostFocus } from '../focus-area.tsx'
import { Notice } from '../states/notice.tsx'
import { useWords } from '../words-context.tsx'
import { SignOutContext } from './sign-out-context.ts'
import { SignedOut } from './signed-out.tsx'

interface SignInGateProps {
  readonly signIn: SignIn
  /** Everything that is one person's. */
  readonly children: ReactNode
}

/** Lets the panel be there while somebody is signed in, a new one for each who does. */
export function SignInGate({ signIn, children }: SignInGateProps) {
  const subscribe = useCallback((onChange: () => void) => signIn.subscribe(onChange), [signIn])
  const state = useSyncExternalStore(subscribe, () => signIn.getSnapshot())
  const { messages } = useWords()
  const area = useRef<HTMLDivElement>(null)
  const lostFocus = useRef(false)
  useTakeLostFocus(lostFocus, area)
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
