import { createMemorySource } from '../../../../src/contact/memory-source.ts'
import { mountContactCases } from '../../../../src/embed/mount-contact-cases.tsx'
import '../../../../src/page.css'
import type { AloneApi } from '../../alone-api.ts'
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

async function visit(name: string, from: number, to: number): Promise<void> {
  for (let n = from; n < to; n++) {
    source.set(deskOf(`${name}-${n}`))
    await untilThere(() => rowOf(`${name}-${n}`, 0) !== null)
    source.set(deskOf(null))
    await untilThere(() => document.querySelector('[data-case-id]') === null)
  }
}

async function open(contactId: string, count: number): Promise<void> {
  source.set(deskOf(contactId))
  await untilThere(() => rowOf(contactId, 0) !== null)
  for (let loaded = 10; loaded < count; loaded += 10) await readOn(contactId, loaded)
}

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

globalThis.alone = { visit, open, readOn } satisfies AloneApi
