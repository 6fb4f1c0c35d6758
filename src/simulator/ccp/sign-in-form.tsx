import { useState } from 'react'
import { agentName } from './agent-update.ts'

const agents = ['ada', 'ben', 'chiara']

interface SignInFormProps {
  readonly agent: string
  /** The agent is signed in already. */
  readonly signedIn: boolean
  onSignIn(agent: string): void
}

/** Signs in one of a few agents; while one is signed in, another takes over. */
export function SignInForm({ agent, signedIn, onSignIn }: SignInFormProps) {
  const [chosen, setChosen] = useState(agent)
  return (
    <div className="sign-in">
      <label>
        Agent
        <select value={chosen} onChange={(event) => setChosen(event.target.value)}>
          {[...new Set([agent, ...agents])].map((login) => (
            <option key={login} value={login}>
              {agentName(login)}
            </option>
          ))}
        </select>
      </label>
      <button type="button" disabled={signedIn && chosen === agent} onClick={() => onSignIn(chosen)}>
        Sign in
      </button>
    </div>
  )
}
