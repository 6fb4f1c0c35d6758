import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { ContactCases, type StandaloneProps } from '../panel/contact-cases.tsx'
import { requireSetup } from '../panel/provider/require-setup.ts'

/** What a panel is mounted with: the props of `<ContactCases>`. */
export type MountOptions = StandaloneProps

/** A panel on a page without React. */
export interface MountedContactCases {
  /** Changes some of the options; one that is `undefined` goes back to its default. */
  update(change: Partial<MountOptions>): void
  /** Takes the panel away, with all it remembers, and leaves the element empty. */
  unmount(): void
}

const mounted = new WeakSet<Element>()

/** Shows a panel in an element of your page, which has nothing else in it. */
export function mountContactCases(element: Element, options: MountOptions): MountedContactCases {
  if (!(element instanceof Element)) throw new Error(complaint('there is no element to show it in'))
  if (mounted.has(element))
    throw new Error(complaint('the element has a panel already. Call its `update` or `unmount`'))
  requireSetup('mountContactCases', options)
  mounted.add(element)
  const root = createRoot(element)
  let current: MountOptions | null = options
  const render = (props: MountOptions) =>
    root.render(
      <StrictMode>
        <ContactCases {...props} />
      </StrictMode>,
    )
  render(options)
  return {
    update(change) {
      if (current === null) throw new Error(complaint('the panel was unmounted. Mount another'))
      current = { ...current, ...change }
      render(current)
    },
    unmount() {
      if (current === null) return
      current = null
      mounted.delete(element)
      root.unmount()
    },
  }
}

function complaint(what: string): string {
  return `mountContactCases: ${what}.`
}
