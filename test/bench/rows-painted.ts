import type { Page } from 'playwright-core'
import { ccpOf } from '../support/ccp.ts'

/** A contact to ring, and the case that shows that its rows are there. */
export interface MeasuredContact {
  readonly contactId: string
  readonly caseId: string
}

/** From the message that set it off to painted rows. */
export interface Painted {
  readonly ms: number
  /** Frames that were drawn until one had the rows in it, that one included. */
  readonly frames: number
}

// Runs in the page, before its own scripts, and knows nothing of them: from the softphone's message that names the
// contact to the frame after its first case is in the document.
const stopwatch = `
  if (window === top) {
    let startedAt = null
    let frames = 0
    let starts = () => false
    const countFrames = () => { frames += 1; requestAnimationFrame(countFrames) }
    requestAnimationFrame(countFrames)
    addEventListener('message', ({ data }) => {
      if (startedAt !== null || !starts(data)) return
      startedAt = performance.now()
      frames = 0
    }, true)
    window.isThere = (caseId) =>
      document.querySelector('[data-case-id="' + caseId + '"]') !== null || document.body.textContent.includes(caseId)
    window.untilPainted = (event, contactId, caseId) => new Promise((resolve) => {
      startedAt = null
      starts = (data) => data?.event === event && JSON.stringify(data.data).includes(contactId)
      const observer = new MutationObserver(() => {
        if (startedAt === null || !isThere(caseId)) return
        observer.disconnect()
        requestAnimationFrame(() => {
          const drawn = frames
          const { port1, port2 } = new MessageChannel()
          port1.onmessage = () => resolve({ ms: performance.now() - startedAt, frames: drawn })
          port2.postMessage(null) // handled after the frame is painted
        })
      })
      observer.observe(document, { childList: true, subtree: true, characterData: true })
    })
  }
`

/** Makes the page measure itself; call before it is opened. */
export async function installStopwatch(page: Page): Promise<void> {
  await page.addInitScript(stopwatch)
}

/** Lets the contact ring, from its first event to its painted rows. The desk is empty again afterwards. */
export async function ringUntilPainted(page: Page, contact: MeasuredContact): Promise<Painted> {
  const ccp = await ccpOf(page)
  const painted = untilPainted(page, 'agent::update', contact)
  await ccp.incoming({ channel: 'chat', contactId: contact.contactId })
  const result = await painted
  await putAway(page, contact)
  return result
}

/**
 * Rings `other` while `viewed` is on screen, waits until the panel has its cases, then lets the agent switch to it.
 * The desk is empty again afterwards.
 */
export async function switchUntilPainted(
  page: Page,
  viewed: MeasuredContact,
  other: MeasuredContact,
  isRead: () => Promise<unknown>,
): Promise<Painted> {
  const ccp = await ccpOf(page)
  const firstPainted = untilPainted(page, 'agent::update', viewed)
  await ccp.incoming({ channel: 'chat', contactId: viewed.contactId })
  await firstPainted
  await ccp.accept(viewed.contactId)
  await ccp.incoming({ channel: 'chat', contactId: other.contactId })
  await isRead()
  await ccp.view(viewed.contactId)
  await page.locator(`[data-case-id="${viewed.caseId}"]`).waitFor()
  const painted = untilPainted(page, 'contact::view', other)
  await ccp.view(other.contactId)
  const result = await painted
  await ccp.end(viewed.contactId)
  await ccp.close(viewed.contactId)
  await putAway(page, other)
  return result
}

function untilPainted(page: Page, event: string, { contactId, caseId }: MeasuredContact): Promise<Painted> {
  const words = [event, contactId, caseId].map((word) => JSON.stringify(word)).join(', ')
  return page.evaluate<Painted>(`untilPainted(${words})`)
}

async function putAway(page: Page, { contactId, caseId }: MeasuredContact): Promise<void> {
  const ccp = await ccpOf(page)
  await ccp.miss(contactId)
  await ccp.close(contactId)
  await page.waitForFunction(`!isThere(${JSON.stringify(caseId)})`)
}
