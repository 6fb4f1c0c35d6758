import { onTestFinished } from 'vitest'

/** Every text that came into the live region of the panel, from now on. */
export function listen(container: Element): readonly string[] {
  const region = [...container.querySelectorAll('p[role="status"]')].at(-1)
  if (region === undefined) throw new Error('there is no live region')
  const said: string[] = []
  const observer = new MutationObserver((changes) => {
    if (changes.some(({ addedNodes, type }) => addedNodes.length > 0 || type === 'characterData')) {
      said.push(region.textContent)
    }
  })
  observer.observe(region, { subtree: true, childList: true, characterData: true })
  onTestFinished(() => observer.disconnect())
  return said
}
