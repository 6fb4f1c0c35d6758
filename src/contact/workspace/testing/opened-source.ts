import { onTestFinished, vi } from 'vitest'
import { createWorkspaceSource, type WorkspaceSourceOptions } from '../workspace-source.ts'
import { createFakeWorkspace, type FakeWorkspace } from './fake-workspace.ts'

/** All that is under way is done. */
const settle = () => vi.advanceTimersByTimeAsync(0)

/** A source in a framed page, on a fake of the SDK and of time, and what it logged. */
export async function openSource(workspace = createFakeWorkspace(), options: WorkspaceSourceOptions = {}) {
  vi.useFakeTimers({ now: 1_000_000 })
  onTestFinished(() => {
    vi.useRealTimers()
    globalThis.contactCasesWorkspaceApp = undefined
  })
  const log: string[] = []
  const source = createWorkspaceSource({
    isFramed: () => true,
    loadSdk: async () => workspace.sdk,
    log: (message) => void log.push(message),
    ...options,
  })
  await settle()
  return { source, workspace, log, state: source.getSnapshot, settle }
}

/** As above, opened for this contact. */
export async function openFor(contactId: string | null, workspace?: FakeWorkspace, permissions?: unknown) {
  const opened = await openSource(workspace)
  opened.workspace.create(contactId, permissions)
  await settle()
  return opened
}
