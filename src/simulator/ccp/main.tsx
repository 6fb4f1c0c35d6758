import { createRoot } from 'react-dom/client'
import { emptyDesk } from '../desk/desk.ts'
import { deskSetup } from '../desk/setup.ts'
import './ccp.css'
import { connectToHost } from './conduit.ts'
import { connectAccepted } from './connect-accepted.ts'
import { createSimulatorApi } from './create-simulator-api.ts'
import { createDeskStore } from './desk-store.ts'
import { createSavedDesk } from './saved-desk.ts'
import { Softphone } from './softphone.tsx'
import { answersFrom } from './start-conditions.ts'

const setup = deskSetup.parse(JSON.parse(textOf('setup')))
const saved = createSavedDesk(sessionStorage, setup.instanceArn)
const store = createDeskStore(saved.read() ?? emptyDesk('ada', answersFrom(location.search, Date.now()), Date.now()))
store.watch((_, desk) => saved.write(desk))
saved.write(store.getDesk())

connectAccepted(store)
connectToHost(setup, store)
window.simulator = createSimulatorApi(setup, store, { now: Date.now, newId: () => crypto.randomUUID() })

createRoot(elementOf('softphone')).render(<Softphone setup={setup} store={store} simulator={window.simulator} />)

function textOf(id: string): string {
  return elementOf(id).textContent
}

function elementOf(id: string): HTMLElement {
  const element = document.getElementById(id)
  if (!element) throw new Error(`The page has no element "${id}".`)
  return element
}
