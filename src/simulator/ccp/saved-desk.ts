import { type Desk, desk } from '../desk/desk.ts'

/** Where a desk outlives a reload: `sessionStorage` belongs to one tab and one origin, so two desks never mix. */
export interface SavedDesk {
  read(): Desk | null
  write(desk: Desk): void
}

/** Each instance has its own desk. */
export function createSavedDesk(storage: Pick<Storage, 'getItem' | 'setItem'>, instanceArn: string): SavedDesk {
  const key = `desk of ${instanceArn}`
  return {
    read() {
      const text = storage.getItem(key)
      return text === null ? null : parseDesk(text)
    },
    write: (desk) => storage.setItem(key, JSON.stringify(desk)),
  }
}

/** A desk saved by another version of the page, or edited by hand, counts as none. */
function parseDesk(text: string): Desk | null {
  try {
    return desk.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}
