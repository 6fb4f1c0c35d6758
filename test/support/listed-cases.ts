import type { Locator } from 'playwright-core'

// Runs in the page. A frame for each step: the rows come with the scroll event.
const scrollThrough = `async (scroller) => {
  const ids = new Set()
  const frame = () => new Promise(requestAnimationFrame)
  scroller.scrollTop = 0
  for (;;) {
    await frame()
    await frame()
    for (const row of scroller.querySelectorAll('[data-case-id]')) ids.add(row.dataset.caseId)
    const before = scroller.scrollTop
    scroller.scrollTop += scroller.clientHeight / 2
    if (scroller.scrollTop === before) return [...ids]
  }
}`

/** The ids of all cases in the panel's list; only what is in sight is in the document, and so it scrolls through. */
export async function listedCases(panel: Locator): Promise<string[]> {
  const scroller = await panel.locator('.contact-cases-scroller').elementHandle()
  const frame = await scroller?.ownerFrame()
  return (
    (await frame?.evaluate<string[]>(`(${scrollThrough})(document.querySelector('.contact-cases-scroller'))`)) ?? []
  )
}
