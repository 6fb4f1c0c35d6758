import type { Page } from 'playwright-core'

/** From what set it off to what it led to, painted. */
export interface Painted {
  readonly ms: number
  /** Frames that were drawn until one had it, that one included. */
  readonly frames: number
}

/** A message of the softphone that names a contact, and what is in the document once the page has followed it. */
export interface Wait {
  readonly event: 'agent::update' | 'contact::view'
  readonly contactId: string
  /** In the softphone's words; null: any. */
  readonly phase: string | null
  readonly selector: string
}

// Runs in the page before its own scripts, and knows nothing of them. A message that is sent in a frame is handled
// after the frame is painted.
const stopwatch = `
  if (window === top) {
    let wait = null
    let startedAt = null
    let frames = 0
    const countFrames = () => { frames += 1; requestAnimationFrame(countFrames) }
    requestAnimationFrame(countFrames)
    addEventListener('message', ({ data }) => {
      if (wait === null || startedAt !== null || data?.event !== wait.event) return
      const told = data.data.snapshot?.contacts ?? [data.data]
      const contact = told.find(({ contactId }) => contactId === wait.contactId)
      if (contact === undefined || (wait.phase !== null && contact.state.type !== wait.phase)) return
      startedAt = performance.now()
      frames = 0
    }, true)
    const afterPaint = (then) => requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = then
      port2.postMessage(null)
    })
    const untilThere = (isThere, then) => {
      const observer = new MutationObserver(() => {
        if (!isThere()) return
        observer.disconnect()
        then()
      })
      observer.observe(document, { childList: true, subtree: true, characterData: true, attributes: true })
    }
    window.expect = (wanted) => {
      startedAt = null
      wait = wanted
      window.untilPainted = new Promise((resolve) => {
        untilThere(() => startedAt !== null && document.querySelector(wanted.selector) !== null, () => {
          const drawn = frames + 1
          afterPaint(() => resolve({ ms: performance.now() - startedAt, frames: drawn }))
        })
      })
    }
    window.untilGone = (selector) => new Promise((resolve) => {
      const isGone = () => document.querySelector(selector) === null
      if (isGone()) resolve()
      else untilThere(isGone, resolve)
    })
    window.untilStarted = new Promise((resolve) => {
      untilThere(() => document.querySelector(START) !== null, () => afterPaint(() => resolve(performance.now())))
    })
  }
`

/** Makes the page measure itself; call before it is opened. `start` is there once the page has started. */
export async function installStopwatch(page: Page, start = 'body'): Promise<void> {
  await page.addInitScript(stopwatch.replace('START', JSON.stringify(start)))
}

/** Lets something happen at the softphone, and answers with what its message took to be on screen. */
export async function timeUntilPainted(page: Page, wait: Wait, happen: () => Promise<unknown>): Promise<Painted> {
  // In two steps: a message that comes before the page expects it would be waited for for ever.
  await page.evaluate(`expect(${JSON.stringify(wait)})`)
  await happen()
  return page.evaluate<Painted>('untilPainted')
}

export async function untilGone(page: Page, selector: string): Promise<void> {
  await page.evaluate(`untilGone(${JSON.stringify(selector)})`)
}

/** Milliseconds from the navigation to the page that has started, painted. */
export function timeOfStart(page: Page): Promise<number> {
  return page.evaluate<number>('untilStarted')
}
