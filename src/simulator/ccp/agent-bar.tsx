import { agentStates, type Desk } from '../desk/desk.ts'
import type { SimulatorApi } from '../desk/simulator-api.ts'
import { agentName } from './agent-update.ts'
import { durationOf } from './words.ts'

/** Who is signed in, and the state that the agent has chosen. */
export function AgentBar({ desk, now, simulator }: { desk: Desk; now: number; simulator: SimulatorApi }) {
  const signedIn = desk.access === 'signedIn'
  const type = agentStates.find(({ name }) => name === desk.agentState.name)?.type
  return (
    <header className="agent" data-state={signedIn ? type : 'offline'}>
      <h1>{agentName(desk.agent)}</h1>
      {signedIn && (
        <>
          <select
            aria-label="Agent state"
            value={desk.agentState.name}
            onChange={(event) => simulator.setAgentState(event.target.value)}
          >
            {agentStates.map(({ name }) => (
              <option key={name}>{name}</option>
            ))}
          </select>
          <span className="time">{durationOf(now - desk.agentState.since)}</span>
        </>
      )}
    </header>
  )
}
