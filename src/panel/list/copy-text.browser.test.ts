import { expect, onTestFinished, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { copyText } from './copy-text.ts'

/** Copies at a press, as browsers ask for it, with the focus on the button. */
async function copyAtPress(text: string) {
  const button = document.createElement('button')
  button.textContent = 'Copy'
  document.body.append(button)
  onTestFinished(() => button.remove())
  const done = new Promise<boolean>((resolve) => {
    button.addEventListener('click', () => resolve(copyText(text)))
  })
  await userEvent.click(page.getByRole('button', { name: 'Copy' }))
  return { done: await done, focusKept: document.activeElement === button }
}

/** Stands for a frame without the permission. */
function forbidClipboard() {
  const spy = vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new DOMException('no', 'NotAllowedError'))
  onTestFinished(() => spy.mockRestore())
}

test('a text goes to the clipboard of the browser', async () => {
  const spy = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue()
  onTestFinished(() => spy.mockRestore())
  expect(await copyAtPress('100481')).toEqual({ done: true, focusKept: true })
  expect(spy).toHaveBeenCalledWith('100481')
})

test('where that is forbidden the older command copies, and leaves focus and selection alone', async () => {
  forbidClipboard()
  expect(await copyAtPress('100482')).toEqual({ done: true, focusKept: true })
})

test('where both are forbidden the copy fails, and throws nothing', async () => {
  forbidClipboard()
  const spy = vi.spyOn(document, 'execCommand').mockReturnValue(false)
  onTestFinished(() => spy.mockRestore())
  expect((await copyAtPress('100483')).done).toBe(false)
})
