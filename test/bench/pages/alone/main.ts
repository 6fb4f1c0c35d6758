import { createMemorySource } from '../../../../src/contact/memory-source.ts'
import { mountContactCases } from '../../../../src/embed/mount-contact-cases.tsx'
import '../../../../src/page.css'
import { elementOf } from '../elements.ts'
import { createClient } from './client.ts'
import { deskOf } from './desk.ts'
import { nextPaint, untilThere } from './until-there.ts'

// The panel without a network and a softphone: what it costs by itself. Driven from outside as `window.alone`.

const source = createMemorySource(deskOf(null))
mountContactCases(elementOf('main'), { source, client: createClient() })

const rowOf = (contactId: string, n: number) => document.querySelector(`[data-case-id="${contactId}-${n}"]`)
const scroller = () => document.querySelector('.contact-cases-scroller')
const moreButton = () => document.querySelector<HTMLElement>('.contact-cases-more button')

/** Shows contacts of ten cases one after the other, each until its first row is there, and clears the desk after each. */
async function visit(name: string, from: number, to: number): Promise<void> {
  for (let n = from; n < to; n++) {
    source.set(deskOf(`${name}-${n}`))
    await untilThere(() => rowOf(`${name}-${n}`, 0) !== null)
    source.set(deskOf(null))
    await untilThere(() => document.querySelector('[data-case-id]') === null)
  }
}

/** Shows a contact, and reads on until so many of its cases are loaded. */
async function open(contactId: string, count: number): Promise<void> {
  source.set(deskOf(contactId))
  await untilThere(() => rowOf(contactId, 0) !== null)
  for (let loaded = 10; loaded < count; loaded += 10) await readOn(contactId, loaded)
}

/** Presses "Load more" at the list's end; answers with the milliseconds until the next case's row is painted. */
async function readOn(contactId: string, loaded: number): Promise<number> {
  await untilThere(() => moreButton()?.getAttribute('aria-disabled') === 'false')
  scroller()?.scrollTo({ top: scroller()?.scrollHeight ?? 0 })
  await untilThere(() => rowOf(contactId, loaded - 1) !== null)
  await nextPaint()
  const startedAt = performance.now()
  moreButton()?.click()
  await untilThere(() => rowOf(contactId, loaded) !== null)
  await nextPaint()
  return performance.now() - startedAt
}

const panelAlone = { visit, open, readOn }

declare global {
  // Only `var` declares a member of globalThis.
  var alone: typeof panelAlone
}
globalThis.alone = panelAlone
