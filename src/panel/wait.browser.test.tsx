import { act, cleanup, render, screen } from '@testing-library/react'
import { StrictMode } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Wait } from './wait.tsx'

beforeEach(() => void vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date'] }))
afterEach(() => {
  cleanup()
  vi.useRealTimers()
  vi.restoreAllMocks()
})

const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms))

function renderWait(ms: number) {
  const onElapsed = vi.fn()
  const now = Date.now()
  const wait = (until: number) => <Wait until={until} onElapsed={() => onElapsed()} />
  const { rerender } = render(wait(now + ms), { wrapper: StrictMode })
  return { onElapsed, renderAgain: (again: number) => rerender(wait(now + again)) }
}

test('the seconds that are left are counted down, and the end is told once', async () => {
  const { onElapsed, renderAgain } = renderWait(2000)
  expect(screen.getByRole('timer')).toHaveTextContent('Next try in 2 sec')
  await pass(1250)
  expect(screen.getByRole('timer')).toHaveTextContent('Next try in 1 sec')
  expect(onElapsed).not.toHaveBeenCalled()
  await pass(5000)
  renderAgain(2000)
  expect(onElapsed).toHaveBeenCalledTimes(1)
})

test('another wait after it is told again', async () => {
  const { onElapsed, renderAgain } = renderWait(1000)
  await pass(1000)
  renderAgain(6000)
  expect(screen.getByRole('timer')).toHaveTextContent('Next try in 5 sec')
  await pass(5000)
  expect(onElapsed).toHaveBeenCalledTimes(2)
})

test('while nobody sees the page the end waits, and comes when it is seen again', async () => {
  const hidden = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden')
  const { onElapsed } = renderWait(1000)
  await pass(60_000)
  expect(onElapsed).not.toHaveBeenCalled()
  hidden.mockReturnValue('visible')
  act(() => void document.dispatchEvent(new Event('visibilitychange')))
  expect(onElapsed).toHaveBeenCalledTimes(1)
})
