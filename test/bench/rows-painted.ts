import type { Page } from 'playwright-core'
import { ccpOf } from '../support/ccp.ts'

/** A contact to ring, and the case that shows that its rows are there. */
export interface MeasuredContact {
  readonly contactId: string
  readonly caseId: string
}

// Runs in the page, before its own scripts, and knows nothing of them: from the first message that names a contact
// to the frame after its first case is in the document.
const stopwatch = `
  if (window === top) {
    let startedAt = null
    addEventListener('message', ({ data }) => {
      if (startedAt === null && data?.event === 'agent::update' && data.data.snapshot.contacts.length > 0)
        startedAt = performance.now()
    }, true)
    window.untilPainted = (caseId) => new Promise((resolve) => {
      startedAt = null
      const observer = new MutationObserver(() => {
        if (startedAt === null || !document.body.textContent.includes(caseId)) return
        observer.disconnect()
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel()
          port1.onmessage = () => resolve(performance.now() - startedAt)
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

/** Lets the contact ring; milliseconds from its first event to its painted rows. The desk is empty again afterwards. */
export async function ringUntilPainted(page: Page, { contactId, caseId }: MeasuredContact): Promise<number> {
  const ccp = await ccpOf(page)
  const painted = page.evaluate<number>(`untilPainted(${JSON.stringify(caseId)})`)
  await ccp.incoming({ channel: 'chat', contactId })
  const ms = await painted
  await ccp.miss(contactId)
  await ccp.close(contactId)
  await page.getByText(caseId).waitFor({ state: 'detached' })
  return ms
}
