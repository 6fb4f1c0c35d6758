import { useState } from 'react'
import { type Desk, isAnswering } from '../desk/desk.ts'
import type { SimulatorApi } from '../desk/simulator-api.ts'
import { agentName } from './agent-update.ts'

const agents = ['ada', 'ben', 'chiara']

const reasons: Record<Desk['access'], string | null> = {
  signedIn: null,
  signedOut: 'You are signed out.',
  expired: 'Your session has run out.',
  denied: 'You may not use this softphone.',
}

/** Signing in and out, and the troubles a softphone can have. */
export function Session({ desk, now, simulator }: { desk: Desk; now: number; simulator: SimulatorApi }) {
  const signedIn = desk.access === 'signedIn'
  const reason = reasons[desk.access]
  return (
    <footer className="session">
      {reason && <p role="status">{reason}</p>}
      {signedIn && !isAnswering(desk, now) && <p role="status">Not answering the page around it.</p>}
      <SignIn desk={desk} simulator={simulator} />
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
    </footer>
  )
}

function SignIn({ desk, simulator }: { desk: Desk; simulator: SimulatorApi }) {
  const [agent, setAgent] = useState(desk.agent)
  const others = agents.includes(desk.agent) ? agents : [desk.agent, ...agents]
  return (
    <div className="sign-in">
      <label>
        Agent
        <select value={agent} onChange={(event) => setAgent(event.target.value)}>
          {others.map((login) => (
            <option key={login} value={login}>
              {agentName(login)}
            </option>
          ))}
        </select>
      </label>
      <button
        type="button"
        disabled={desk.access === 'signedIn' && agent === desk.agent}
        onClick={() => simulator.signIn({ agent })}
      >
        Sign in
      </button>
    </div>
  )
}
