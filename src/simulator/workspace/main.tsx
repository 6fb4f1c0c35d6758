import { createRoot } from 'react-dom/client'
import '../ccp/ccp.css'
import { connectAccepted } from '../ccp/connect-accepted.ts'
import { createSimulatorApi } from '../ccp/create-simulator-api.ts'
import { createDeskStore } from '../ccp/desk-store.ts'
import { emptyDesk } from '../desk/desk.ts'
import { deskSetup } from '../desk/setup.ts'
import { createWorkspaceApi } from './create-workspace-api.ts'
import { type Frames, listenToFrames } from './frames.ts'
import { startOptions } from './start-options.ts'
import { createSwitchboard } from './switchboard.ts'
import './workspace.css'
import { WorkspacePage } from './workspace-page.tsx'
import { createWorkspaceStore } from './workspace-store.ts'

const around = {
  now: Date.now,
  newId: () => crypto.randomUUID(),
  wait: (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms)),
  later: (ms: number, action: () => void) => void setTimeout(action, ms),
}

const setup = deskSetup.parse(JSON.parse(elementOf('setup').textContent))
const { appUrl, timeoutMs, agent } = startOptions(location.search)
const frames: Frames = new Map()

const desk = createDeskStore(emptyDesk(agent, 0, Date.now()))
connectAccepted(desk)
const switchboard = createSwitchboard(Date.now)
const store = createWorkspaceStore(setup, desk, switchboard, { ...around, timeoutMs })
listenToFrames(frames, store)

const simulator = createSimulatorApi(setup, desk, around)
window.workspace = createWorkspaceApi(simulator, store, switchboard)
createRoot(elementOf('workspace')).render(
  <WorkspacePage {...{ setup, store, simulator, appUrl, frames, workspaceApi: window.workspace }} />,
)

function elementOf(id: string): HTMLElement {
  const element = document.getElementById(id)
  if (!element) throw new Error(`The page has no element "${id}".`)
  return element
}
