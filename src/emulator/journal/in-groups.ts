/**
 * Collects what arrives while a write is under way and writes it at once: a flush costs the same for one as for many.
 * Each caller's promise settles with the write its item was in. A failed write fails every later one, because nobody
 * knows how much of it is in the file.
 */
export function inGroups<T>(write: (items: readonly T[]) => Promise<void>): (item: T) => Promise<void> {
  let previous: Promise<void> = Promise.resolve()
  let group: { readonly items: T[]; readonly written: Promise<void> } | null = null
  return (item) => {
    if (group === null) {
      const items: T[] = []
      const written = previous.then(() => {
        group = null
        return write(items)
      })
      group = { items, written }
      previous = written
    }
    group.items.push(item)
    return group.written
  }
}
