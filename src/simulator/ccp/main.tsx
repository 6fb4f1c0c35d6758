import { createRoot } from 'react-dom/client'
import { emptyDesk } from '../desk/desk.ts'
import { deskSetup } from '../desk/setup.ts'
import './ccp.css'
import { connectToHost } from './conduit.ts'
import { connectAccepted } from './connect-accepted.ts'
import { createSimulatorApi } from './create-simulator-api.ts'
import { createDeskStore } from './desk-store.ts'
import { isLoginWindow, signInFromLoginWindow, watchLoginWindow } from './login-window.ts'
import { createSavedDesk } from './saved-desk.ts'
import { SignInForm } from './sign-in-form.tsx'
import { Softphone } from './softphone.tsx'
import { answersFrom } from './start-conditions.ts'

const root = createRoot(elementOf('softphone'))
if (isLoginWindow()) root.render(<LoginWindow />)
else root.render(<Softphone {...startDesk()} />)

/** Brings the desk to life: saved, connected to the page around it, and driven by `window.simulator`. */
function startDesk() {
  const setup = deskSetup.parse(JSON.parse(elementOf('setup').textContent))
  const saved = createSavedDesk(sessionStorage, setup.instanceArn)
  const store = createDeskStore(saved.read() ?? emptyDesk('ada', answersFrom(location.search, Date.now()), Date.now()))
  store.watch((_, desk) => saved.write(desk))
  saved.write(store.getDesk())

  connectAccepted(store)
  connectToHost(setup, store)
  const simulator = createSimulatorApi(setup, store, {
    now: Date.now,
    newId: () => crypto.randomUUID(),
    wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  })
  watchLoginWindow((agent) => simulator.signIn({ agent }))
  window.simulator = simulator
  return { setup, store, simulator }
}

function LoginWindow() {
  return (
    <section className="session">
      <h1>Sign in to the softphone</h1>
      <SignInForm agent="ada" signedIn={false} onSignIn={signInFromLoginWindow} />
    </section>
  )
}

function elementOf(id: string): HTMLElement {
  const element = document.getElementById(id)
  if (!element) throw new Error(`The page has no element "${id}".`)
  return element
}
