import type { SignedOutReason, SignInState } from '../../sign-in/sign-in.ts'
import { Button } from '../button.tsx'
import { Notice } from '../states/notice.tsx'
import { useWords } from '../words-context.tsx'

interface SignedOutProps {
  readonly state: Extract<SignInState, { status: 'signedOut' }>
  readonly onSignIn: () => void
}

// What the agent knows already, or did: no reason for alarm.
export function isCalm(reason: SignedOutReason): boolean {
  return reason === 'never' || reason === 'left' || reason === 'popup_closed'
}

/** Nobody is signed in: why, and the way in. */
export function SignedOut({ state, onSignIn }: SignedOutProps) {
  const { signIn } = useWords().messages
  const { title, ...reasons } = signIn.signedOut
  return (
    <Notice tone={isCalm(state.reason) ? 'calm' : 'error'} title={title} text={reasons[state.reason]}>
      {state.detail !== null && <p className="contact-cases-notice-detail">{state.detail}</p>}
      <Button label={signIn.signIn} onPress={onSignIn} />
    </Notice>
  )
}
