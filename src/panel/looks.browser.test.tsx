import { screen } from '@testing-library/react'
import { expect, onTestFinished, test, vi } from 'vitest'
import { ids, page } from '../cases/testing/scripted-backend.ts'
import { answerBy } from './testing/answer-by.ts'
import { contactOf, deskOf } from './testing/desk-builders.ts'
import { hostileStyles } from './testing/hostile-styles.ts'
import { caseIds, renderPanel } from './testing/render-panel.tsx'

const contacts = [contactOf('contact-number-1'), contactOf('contact-number-2', { phase: 'connecting' })]
const rule = answerBy({ 'contact-number-1': () => page(ids('case', 3), 'next') })

function addStyles(text: string) {
  const style = document.createElement('style')
  style.textContent = text
  document.head.append(style)
  onTestFinished(() => style.remove())
}

/** The panel with all of its controls in sight: tabs, toolbar, filter, rows, dialog. */
async function renderEverything(more: Partial<Parameters<typeof renderPanel>[0]> = {}) {
  const panel = renderPanel({ desk: deskOf(contacts, 'contact-number-1'), rule, width: 320, ...more })
  await vi.waitFor(() => expect(caseIds()).toHaveLength(3))
  screen.getByRole('button', { name: 'Filter' }).click()
  screen.getByRole('button', { name: 'Keyboard shortcuts' }).click()
  await screen.findByRole('dialog')
  return panel
}

/** How each element of the panel looks and where it lies. */
function lookOf(container: Element) {
  return [...container.querySelectorAll('.contact-cases, .contact-cases *')].map((element) => {
    const { x, y, width, height } = element.getBoundingClientRect()
    const style = getComputedStyle(element)
    const values = [...style].map((name) => `${name}: ${style.getPropertyValue(name)}`)
    return {
      name: element.getAttribute('class') ?? element.tagName,
      look: [...values, `box: ${[x, y, width, height]}`],
    }
  })
}

test('a page with styles of its own changes nothing in the panel', async () => {
  const { container } = await renderEverything()
  document.body.classList.add('desk')
  onTestFinished(() => document.body.classList.remove('desk'))
  // The place itself is the page's.
  container.style.cssText += '; display: block; padding: 0'
  const before = lookOf(container)
  addStyles(hostileStyles)
  const damage = lookOf(container).flatMap(({ name, look }, index) => {
    const changed = look.filter((each, at) => each !== before[index]?.look[at])
    return changed.length > 0 ? [{ name, changed }] : []
  })
  expect(before.length).toBeGreaterThan(60)
  expect(damage).toEqual([])
})

test('the panel changes nothing around it', async () => {
  const around = document.createElement('div')
  around.innerHTML =
    '<h2>Title</h2><p>Text <a href="#">link</a> <kbd>K</kbd></p><ul><li>One</li></ul><button>Press</button>' +
    '<select><option>1</option></select><input><dialog open>Dialog</dialog>'
  document.body.prepend(around)
  onTestFinished(() => around.remove())
  const look = () =>
    [document.documentElement, document.body, ...around.querySelectorAll('*')].map((element) => {
      const style = getComputedStyle(element)
      return [...style]
        .filter((name) => !/size|origin|height|width/.test(name))
        .map((name) => style.getPropertyValue(name))
    })
  const withStyles = look()
  const sheets = document.querySelectorAll<HTMLStyleElement>('style[data-vite-dev-id*="/src/panel/"]')
  expect(sheets.length).toBeGreaterThan(8)
  const enable = (enabled: boolean) => {
    for (const { sheet } of sheets) if (sheet) sheet.disabled = !enabled
  }
  enable(false)
  onTestFinished(() => enable(true))
  expect(look()).toEqual(withStyles)
})

test.each([
  ['light', 'rgb(255, 255, 255)'],
  ['dark', 'rgb(22, 29, 38)'],
] as const)('the %s theme is one whatever the browser prefers', async (theme, background) => {
  await renderEverything({ theme })
  expect(getComputedStyle(screen.getByRole('region', { name: 'Contact cases' })).backgroundColor).toBe(background)
})

test('at 320 px and twice the text size nothing lies outside, and the rows can be read', async () => {
  addStyles('.contact-cases { --contact-cases-text-size: 28px }')
  const rings = [
    contactOf('contact-number-1', { phase: 'connecting', phaseSince: 0, queueName: 'Donaudampfschifffahrt' }),
  ]
  const { container } = renderPanel({ desk: deskOf(rings), rule, width: 320, height: 480 })
  await vi.waitFor(() => expect(caseIds()).toHaveLength(3))
  screen.getByRole('button', { name: 'Filter' }).click()
  const panel = container.querySelector('.contact-cases') ?? container
  await screen.findByRole('textbox')
  expect(panel.scrollWidth).toBe(320)
  expect(panel.scrollHeight).toBeGreaterThan(panel.clientHeight)
  expect(getComputedStyle(panel).overflowY).toBe('auto')
  expect(container.querySelector('.contact-cases-scroller')?.clientHeight).toBeGreaterThan(200)
})

test('the panel is as high as its place, and its list scrolls', async () => {
  const rule = answerBy({ 'contact-number-1': () => page(ids('case', 10)) })
  const { container } = renderPanel({ desk: deskOf([contactOf('contact-number-1')]), rule, height: 400 })
  await vi.waitFor(() => expect(caseIds().length).toBeGreaterThan(3))
  const panel = container.querySelector('.contact-cases') ?? container
  expect([panel.clientHeight, panel.scrollHeight]).toEqual([400, 400])
  const scroller = container.querySelector('.contact-cases-scroller') ?? container
  expect(scroller.scrollHeight).toBeGreaterThan(scroller.clientHeight)
})

test('every control is at least 24 px in both directions', async () => {
  const { container } = await renderEverything()
  const small = [...container.querySelectorAll('button, select, input, a, [role=tab]')]
    .filter((control) => control.checkVisibility())
    .filter((control) => {
      const target = control.closest('label') ?? control
      return Math.min(target.getBoundingClientRect().width, target.getBoundingClientRect().height) < 24
    })
  expect(small.map((control) => control.outerHTML)).toEqual([])
})
