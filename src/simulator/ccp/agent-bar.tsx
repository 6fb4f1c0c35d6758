import { agentStateOf, agentStates, agentStateType, isChoosable } from '../desk/agent-state.ts'
import type { Desk } from '../desk/desk.ts'
import type { SimulatorApi } from '../desk/simulator-api.ts'
import { agentName } from './agent-update.ts'
import { durationOf } from './words.ts'

/** Who is signed in, and the state that the agent has chosen. */
export function AgentBar({ desk, now, simulator }: { desk: Desk; now: number; simulator: SimulatorApi }) {
  const signedIn = desk.access === 'signedIn'
  const { name, since } = agentStateOf(desk)
  return (
    <header className="agent" data-state={signedIn ? agentStateType(name) : 'offline'}>
      <h1>{agentName(desk.agent)}</h1>
      {signedIn && (
        <>
          <select
            aria-label="Agent state"
            value={name}
            onChange={(event) => simulator.setAgentState(event.target.value)}
          >
            {!isChoosable(name) && <option>{name}</option>}
            {agentStates.map((state) => (
              <option key={state.name}>{state.name}</option>
            ))}
          </select>
          {desk.nextState && <span className="quiet">then {desk.nextState}</span>}
          <span className="time">{durationOf(now - since)}</span>
        </>
      )}
    </header>
  )
}
