import type { Page } from 'playwright-core'

/** What the panel did while nobody but the watch looked. */
export interface Watched {
  /** Cases that stood under the name of a contact they are not linked to. */
  readonly strangers: readonly string[]
  /** Everything that the panel said of how it fares; numbers are N. */
  readonly sentences: readonly string[]
  /** How often the panel was empty. */
  readonly blanks: number
}

// Runs in the page, at every change of the document, before the browser paints it.
const watch = `(truths) => {
  const said = '.contact-cases-notice-title, .contact-cases-notice-text, .contact-cases-strip-text, ' +
    '.contact-cases-more-problem, .contact-cases-wait, .contact-cases-count, .contact-cases-skeleton'
  const inRows = /Details could not be loaded\\.|Loading details/g
  let strangers = new Set(), sentences = new Set(), blanks = 0
  const look = () => {
    const panel = document.querySelector('.contact-cases')
    if (panel === null) return
    if (panel.textContent === '') blanks += 1
    const contactId = panel.querySelector('[data-contact-id]')?.dataset.contactId
    for (const row of panel.querySelectorAll('[data-case-id]'))
      if (!truths[contactId]?.includes(row.dataset.caseId)) strangers.add(contactId + ': ' + row.dataset.caseId)
    for (const { textContent } of panel.querySelectorAll(said))
      sentences.add(textContent.trim().replace(/\\d+(:\\d+)*/g, 'N').replace(/N\\s[AP]M/g, 'N'))
    for (const [sentence] of panel.textContent.matchAll(inRows)) sentences.add(sentence)
  }
  new MutationObserver(look).observe(document, { subtree: true, childList: true, characterData: true, attributes: true })
  globalThis.takeWatched = () => {
    look()
    const watched = { strangers: [...strangers], sentences: [...sentences].filter(Boolean), blanks }
    strangers = new Set(), sentences = new Set(), blanks = 0
    return watched
  }
}`

/** Watches the panel of the page from its first moment on; `truths`: the cases of each contact. */
export async function watchPanel(page: Page, truths: Readonly<Record<string, readonly string[]>>): Promise<void> {
  await page.addInitScript(`if (self === top) (${watch})(${JSON.stringify(truths)})`)
}

/** What was seen since the last time. */
export function takeWatched(page: Page): Promise<Watched> {
  return page.evaluate<Watched>('takeWatched()')
}
