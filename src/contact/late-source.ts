import type { ContactSource } from './contact-source.ts'
import { createMemorySource } from './memory-source.ts'

/** A source that is still being loaded: until it is there, and for as long as it says so itself, the desk connects. */
export function createLateSource(loading: Promise<ContactSource>): ContactSource {
  const { set, ...source } = createMemorySource()
  const follow = async () => {
    const late = await loading
    const tell = () => set(late.getSnapshot())
    late.subscribe(tell)
    tell()
  }
  follow().catch((cause: unknown) => {
    const detail = `The page's program did not arrive. Load the page again. ${String(cause)}`
    set({ status: 'failed', problem: { code: 'no_answer', detail } })
  })
  return source
}
