import type { SimulatorApi } from '../desk/simulator-api.ts'
import type { WorkspaceApi } from './protocol/workspace-api.ts'
import type { Switchboard } from './switchboard.ts'
import type { WorkspaceStore } from './workspace-store.ts'

/** Everything a person or a test can do in the workspace: the page's controls and `window.workspace` are these. */
export function createWorkspaceApi(desk: SimulatorApi, store: WorkspaceStore, switchboard: Switchboard): WorkspaceApi {
  const { incoming, accept, connect, dial, reject, miss, end, fail, close, pause, resume, transfer, view } = desk
  return {
    incoming,
    accept,
    connect,
    dial,
    reject,
    miss,
    end,
    fail,
    close,
    pause,
    resume,
    transfer,
    view,
    state: store.getWorkspace,
    setTheme: (visualMode) => store.setSettings({ visualMode }),
    setLanguage: (language) => store.setSettings({ language }),
    setPermissions: (permissions) => store.setSettings({ permissions }),
    logs: switchboard.logs,
    stopAnswering: () => store.setAnswering(false),
    answer: () => store.setAnswering(true),
  }
}
