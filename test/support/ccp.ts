import type { Frame, Page } from 'playwright-core'
import type { SimulatorApi } from '../../src/simulator/desk/simulator-api.ts'

/** The simulated softphone, driven from a test: `window.simulator` of its frame, each method answering in a promise. */
export type Ccp = {
  [Method in keyof SimulatorApi]: (
    ...args: Parameters<SimulatorApi[Method]>
  ) => Promise<Awaited<ReturnType<SimulatorApi[Method]>>>
}

/** The softphone that this page frames (or is), once it is there. */
export async function ccpOf(page: Page): Promise<Ccp> {
  await ccpFrame(page)
  const call =
    <Method extends keyof SimulatorApi>(method: Method) =>
    async (...args: Parameters<SimulatorApi[Method]>): Promise<Awaited<ReturnType<SimulatorApi[Method]>>> => {
      const frame = await ccpFrame(page)
      return frame.evaluate(([name, values]) => Reflect.apply(globalThis.simulator[name], null, values), [
        method,
        args,
      ] as const)
    }
  return {
    state: call('state'),
    incoming: call('incoming'),
    accept: call('accept'),
    dial: call('dial'),
    connect: call('connect'),
    reject: call('reject'),
    miss: call('miss'),
    end: call('end'),
    fail: call('fail'),
    close: call('close'),
    pause: call('pause'),
    resume: call('resume'),
    transfer: call('transfer'),
    consult: call('consult'),
    conference: call('conference'),
    dropThirdParty: call('dropThirdParty'),
    view: call('view'),
    setAgentState: call('setAgentState'),
    enqueueAgentState: call('enqueueAgentState'),
    signOut: call('signOut'),
    expireSession: call('expireSession'),
    signIn: call('signIn'),
    denyAccess: call('denyAccess'),
    exhaustRetries: call('exhaustRetries'),
    stopAnswering: call('stopAnswering'),
    answer: call('answer'),
    play: call('play'),
  }
}

/** The frame as it is now: Streams replaces the one of a softphone that does not answer. */
export async function ccpFrame(page: Page): Promise<Frame> {
  const frame = page.frames().find(isCcp) ?? (await page.waitForEvent('framenavigated', { predicate: isCcp }))
  try {
    await frame.waitForFunction(() => 'simulator' in globalThis)
    return frame
  } catch (error) {
    if (frame.isDetached()) return ccpFrame(page)
    throw error
  }
}

function isCcp(frame: Frame): boolean {
  return /^[^?#]+\/ccp-v2\/([?#]|$)/.test(frame.url())
}
