import type { Page } from 'playwright-core'
import type { WorkspaceApi } from '../../src/simulator/workspace/protocol/workspace-api.ts'

/** The simulated workspace, driven from a test: `window.workspace`, each method answering in a promise. */
export type WorkspaceDriver = {
  [Method in keyof WorkspaceApi]: (
    ...args: Parameters<WorkspaceApi[Method]>
  ) => Promise<ReturnType<WorkspaceApi[Method]>>
}

/** The workspace on this page, once it is there. */
export async function workspaceOf(page: Page): Promise<WorkspaceDriver> {
  await page.waitForFunction(() => 'workspace' in globalThis)
  const call =
    <Method extends keyof WorkspaceApi>(method: Method) =>
    (...args: Parameters<WorkspaceApi[Method]>): Promise<ReturnType<WorkspaceApi[Method]>> =>
      page.evaluate(([name, values]) => Reflect.apply(globalThis.workspace[name], null, values), [
        method,
        args,
      ] as const)
  return {
    state: call('state'),
    incoming: call('incoming'),
    accept: call('accept'),
    connect: call('connect'),
    dial: call('dial'),
    reject: call('reject'),
    miss: call('miss'),
    end: call('end'),
    fail: call('fail'),
    close: call('close'),
    pause: call('pause'),
    resume: call('resume'),
    transfer: call('transfer'),
    view: call('view'),
    setTheme: call('setTheme'),
    setLanguage: call('setLanguage'),
    setPermissions: call('setPermissions'),
    logs: call('logs'),
    stopAnswering: call('stopAnswering'),
    answer: call('answer'),
  }
}
