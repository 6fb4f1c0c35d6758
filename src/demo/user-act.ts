import type { Words } from '../locales/words.ts'

/** What an agent does in a panel, once what they need is on screen; done when it is done. */
export type UserAct = (panel: HTMLElement, words: Words, signal: AbortSignal) => Promise<void>

/** Presses the button of that name. */
export function press(nameOf: (words: Words) => string): UserAct {
  return async (panel, words, signal) => {
    const name = nameOf(words)
    const button = await appearing(panel, () => [...panel.querySelectorAll('button')].find(isCalled(name)), signal)
    button.click()
  }
}

/** Types into the field of that name. */
export function type(nameOf: (words: Words) => string, text: string): UserAct {
  return async (panel, words, signal) => {
    const name = nameOf(words)
    const field = await appearing(panel, () => [...panel.querySelectorAll('input')].find(isCalled(name)), signal)
    // React listens to the event and compares with the value it set itself: the prototype's setter goes round that.
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, text)
    field.dispatchEvent(new InputEvent('input', { bubbles: true }))
  }
}

/** Waits for the text to be on screen, or to be the name of a control there. */
export function seeing(textOf: (words: Words) => string): UserAct {
  return async (panel, words, signal) => {
    const text = textOf(words)
    await appearing(panel, () => (isOnScreen(panel, text) ? panel : undefined), signal)
  }
}

function isOnScreen(panel: HTMLElement, text: string): boolean {
  return panel.textContent.includes(text) || [...panel.querySelectorAll('[aria-label]')].some(isCalled(text))
}

function isCalled(name: string): (element: Element) => boolean {
  return (element) => (element.getAttribute('aria-label') ?? element.textContent).trim().startsWith(name)
}

/** The first thing that can be found in the panel, now or after one of its changes. */
function appearing<T>(panel: HTMLElement, find: () => T | undefined, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const observer = new MutationObserver(look)
    function look() {
      const found = find()
      if (found === undefined) return
      observer.disconnect()
      resolve(found)
    }
    signal.addEventListener('abort', () => {
      observer.disconnect()
      reject(signal.reason)
    })
    observer.observe(panel, { subtree: true, childList: true, attributes: true, characterData: true })
    look()
  })
}
