/** A list's query, of whatever it holds. */
interface List {
  readonly state: { readonly fetchStatus: 'fetching' | 'paused' | 'idle' }
  fetch(): Promise<unknown>
}

/** Lists that are being read again though nobody asked for it. */
const unasked = new WeakSet<List>()

/** Reads a list again by itself. How it ends is in the query's state, where the view finds it. */
export function readUnasked(list: List): void {
  if (list.state.fetchStatus !== 'idle') return // someone asked for what is under way
  unasked.add(list)
  const forget = () => void unasked.delete(list)
  list.fetch().then(forget, forget)
}

/** Whether this list is being read again by itself. */
export function isUnasked(list: List | undefined): boolean {
  return list !== undefined && unasked.has(list)
}
