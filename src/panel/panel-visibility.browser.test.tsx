import { act, screen, waitFor } from '@testing-library/react'
import { expect, onTestFinished, test } from 'vitest'
import { page } from '../cases/testing/scripted-backend.ts'
import { createVisibility } from '../cases/testing/visibility-switch.ts'
import { createPanelVisibility } from './panel-visibility.ts'
import { answerBy } from './testing/answer-by.ts'
import { contactOf, deskOf } from './testing/desk-builders.ts'
import { caseIds, renderPanel } from './testing/render-panel.tsx'

/** An element on the screen, whether it is seen, and how often that changed. */
function watchElement(host = createVisibility()) {
  const element = document.createElement('div')
  element.style.cssText = 'inline-size: 100px; block-size: 100px; position: fixed; inset: 0'
  document.body.append(element)
  const visibility = createPanelVisibility(host)
  const stop = visibility.watch(element)
  const seen: boolean[] = []
  visibility.subscribe(() => seen.push(visibility.isShown()))
  onTestFinished(() => {
    stop()
    element.remove()
  })
  return { element, host, visibility, seen }
}

test('an element that is hidden or moved off the screen is not seen, and is again when it is back', async () => {
  const { element, visibility, seen } = watchElement()
  expect(visibility.isShown()).toBe(true)
  element.style.display = 'none'
  await waitFor(() => expect(seen).toEqual([false]))
  element.style.display = ''
  await waitFor(() => expect(seen).toEqual([false, true]))
  element.style.transform = 'translateX(-9999px)'
  await waitFor(() => expect(seen).toEqual([false, true, false]))
})

test('an element that is on the screen is not seen where its host says so', () => {
  const { host, seen } = watchElement()
  host.set(false)
  host.set(true)
  expect(seen).toEqual([false, true])
})

test('what is hidden from the first is known at once', () => {
  const visibility = createPanelVisibility(undefined)
  expect(visibility.isShown()).toBe(false)
  onTestFinished(visibility.watch(document.createElement('div')))
  expect(visibility.isShown()).toBe(false)
})

test('who subscribed before there was an element hears of it, once it is seen', () => {
  const visibility = createPanelVisibility(undefined)
  const seen: boolean[] = []
  visibility.subscribe(() => seen.push(visibility.isShown()))
  const element = document.body.appendChild(document.createElement('div'))
  onTestFinished(() => element.remove())
  onTestFinished(visibility.watch(element))
  expect(seen).toEqual([true])
})

test('a panel in an element that is hidden asks for nothing; shown, it asks and shows the cases', async () => {
  const { calls, container } = renderPanel({
    desk: deskOf([contactOf('c-1')], 'c-1'),
    rule: answerBy({ 'c-1': () => page(['case-1']) }),
    hidden: true,
  })
  expect(calls).toEqual([])
  container.hidden = false
  await waitFor(() => expect(caseIds()).toEqual(['case-1']))
})

test('a panel that its host has not shown yet asks for nothing; shown, it asks and shows the cases', async () => {
  const visibility = createVisibility(false)
  const { calls } = renderPanel({
    desk: deskOf([contactOf('c-1')], 'c-1'),
    rule: answerBy({ 'c-1': () => page(['case-1']) }),
    visibility,
  })
  expect(calls).toEqual([])
  expect(screen.queryByRole('heading')).toBeNull()
  visibility.set(true)
  await waitFor(() => expect(caseIds()).toEqual(['case-1']))
})

test('a panel that was seen and is hidden asks for nothing of the next contact, until it is seen again', async () => {
  const visibility = createVisibility()
  const { source, calls, container } = renderPanel({
    desk: deskOf([contactOf('c-1')], 'c-1'),
    rule: answerBy({ 'c-1': () => page(['case-1']), 'c-2': () => page(['case-2']) }),
    visibility,
  })
  await waitFor(() => expect(caseIds()).toEqual(['case-1']))
  const asked = calls.length
  act(() => visibility.set(false))
  act(() => source.set(deskOf([contactOf('c-2')], 'c-2')))
  expect(container).not.toHaveTextContent('case-1')
  expect(caseIds()).toEqual([])
  expect(calls).toHaveLength(asked)
  act(() => visibility.set(true))
  await waitFor(() => expect(caseIds()).toEqual(['case-2']))
  act(() => visibility.set(false))
  expect(caseIds()).toEqual(['case-2'])
})

test('a contact whose phase nobody knows has no badge', async () => {
  renderPanel({
    desk: deskOf([contactOf('c-1', { phase: null })], 'c-1'),
    rule: answerBy({ 'c-1': () => page(['case-1']) }),
  })
  expect((await screen.findByRole('heading', { level: 2 })).textContent).not.toBe('')
  expect(document.querySelector('.contact-cases-phase')).toBeNull()
})

test('the panel names the permission that is missing', async () => {
  const problem = { code: 'missing_permission', detail: 'Contact.Details.View' } as const
  renderPanel({ desk: { status: 'failed', problem } })
  expect(await screen.findByText(/the permission Contact\.Details\.View,/)).toBeVisible()
})
