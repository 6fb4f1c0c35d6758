import { type Desk, isAnswering } from '../desk/desk.ts'
import type { SimulatorApi } from '../desk/simulator-api.ts'
import { SignInForm } from './sign-in-form.tsx'
import { Troubles } from './troubles.tsx'

const reasons: Record<Desk['access'], string | null> = {
  signedIn: null,
  signedOut: 'You are signed out.',
  expired: 'Your session has run out.',
  denied: 'You may not use this softphone.',
  ctiExhausted: 'Signing in to the contact service has failed too often.',
  authorizeExhausted: 'Signing in has failed too often.',
}

/** Signing in and out, and the troubles a softphone can have. */
export function Session({ desk, now, simulator }: { desk: Desk; now: number; simulator: SimulatorApi }) {
  const signedIn = desk.access === 'signedIn'
  const reason = reasons[desk.access]
  return (
    <footer className="session">
      {reason && <p role="status">{reason}</p>}
      {signedIn && !isAnswering(desk, now) && <p role="status">Not answering the page around it.</p>}
      <SignInForm
        // A form of its own for each agent: it begins with the one who is signed in.
        key={desk.agent}
        agent={desk.agent}
        signedIn={signedIn}
        onSignIn={(agent) => simulator.signIn({ agent })}
      />
      {signedIn && (
        <div className="buttons">
          <button type="button" onClick={simulator.signOut}>
            Sign out
          </button>
          {isAnswering(desk, now) ? (
            <button type="button" onClick={simulator.stopAnswering}>
              Stop answering
            </button>
          ) : (
            <button type="button" onClick={simulator.answer}>
              Answer again
            </button>
          )}
        </div>
      )}
      {signedIn && <Troubles simulator={simulator} />}
    </footer>
  )
}
