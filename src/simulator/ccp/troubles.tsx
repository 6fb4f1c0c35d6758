import type { SimulatorApi } from '../desk/simulator-api.ts'

/** What can go wrong between the softphone and the services behind it. */
export function Troubles({ simulator }: { simulator: SimulatorApi }) {
  const troubles = [
    { text: 'Session runs out', cause: simulator.expireSession },
    { text: 'Access is denied', cause: simulator.denyAccess },
    { text: 'Contact service refuses', cause: () => simulator.exhaustRetries('cti') },
    { text: 'Sign-in refuses', cause: () => simulator.exhaustRetries('authorize') },
  ]
  return (
    <details className="troubles">
      <summary>Trouble</summary>
      <div className="buttons">
        {troubles.map(({ text, cause }) => (
          <button key={text} type="button" onClick={cause}>
            {text}
          </button>
        ))}
      </div>
    </details>
  )
}
