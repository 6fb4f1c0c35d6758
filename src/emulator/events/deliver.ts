/** Milliseconds before the second and the third attempt, after which an event is dropped. */
const retryAfter = [200, 2_000]
// A target that answers nothing must not fill the memory. EventBridge, too, promises no more than its best effort.
const mostWaiting = 1_000

export interface DeliveryDeps {
  /** Whether the target took the event; any rejection counts as no. */
  post(url: string, body: string): Promise<boolean>
  wait(ms: number): Promise<void>
}

/** Sends events to a URL one after the other, so that they arrive in order, without anybody waiting for it. */
export function createDelivery(url: string, { post, wait }: DeliveryDeps): (event: object) => void {
  const waiting: object[] = []
  let busy = false

  async function deliver(event: object): Promise<void> {
    const body = JSON.stringify(event)
    for (const pause of [...retryAfter, null]) {
      if (await post(url, body).catch(() => false)) return
      if (pause !== null) await wait(pause)
    }
  }

  async function work(): Promise<void> {
    busy = true
    for (let event = waiting.shift(); event !== undefined; event = waiting.shift()) await deliver(event)
    busy = false
  }

  return (event) => {
    if (waiting.length < mostWaiting) waiting.push(event)
    if (!busy) void work()
  }
}

/** Posts JSON by `fetch`; after five seconds without an answer the target has not taken it. */
export async function postJson(url: string, body: string): Promise<boolean> {
  const headers = { 'content-type': 'application/json' }
  const { ok } = await fetch(url, { method: 'POST', headers, body, signal: AbortSignal.timeout(5_000) })
  return ok
}
