import type { ContactItem, RelatedItem } from './entities.ts'

/** The link of a contact to one case. */
interface Link {
  readonly relatedItemId: string
  readonly linkedAt: number
}

/** The related items of a domain, by case, and those that are contacts by contact as well. */
export interface RelatedItems {
  /** By id, in the order they were made. */
  ofCase(caseId: string): ReadonlyMap<string, RelatedItem>
  all(): Iterable<RelatedItem>
  /** For each contact with a link: its cases. A contact is linked to a case once. */
  readonly linksByContact: ReadonlyMap<string, ReadonlyMap<string, Link>>
}

interface OwnRelatedItems extends RelatedItems {
  add(item: RelatedItem): void
  delete(item: RelatedItem): void
  deleteCase(caseId: string): void
}

const none: ReadonlyMap<string, RelatedItem> = new Map()

export function createRelatedItems(seeded: readonly RelatedItem[]): OwnRelatedItems {
  const itemsByCase = new Map<string, Map<string, RelatedItem>>()
  const linksByContact = new Map<string, Map<string, Link>>()

  function add(item: RelatedItem): void {
    entryOf(itemsByCase, item.caseId).set(item.relatedItemId, item)
    if (item.type !== 'Contact') return
    const link = { relatedItemId: item.relatedItemId, linkedAt: Date.parse(item.associationTime) }
    entryOf(linksByContact, item.contactArn).set(item.caseId, link)
  }

  function unlink({ contactArn, caseId }: ContactItem): void {
    const links = linksByContact.get(contactArn)
    links?.delete(caseId)
    if (links?.size === 0) linksByContact.delete(contactArn)
  }

  for (const item of seeded) add(item)
  return {
    linksByContact,
    ofCase: (caseId) => itemsByCase.get(caseId) ?? none,
    *all() {
      for (const items of itemsByCase.values()) yield* items.values()
    },
    add,
    delete(item) {
      itemsByCase.get(item.caseId)?.delete(item.relatedItemId)
      if (item.type === 'Contact') unlink(item)
    },
    deleteCase(caseId) {
      for (const item of itemsByCase.get(caseId)?.values() ?? []) if (item.type === 'Contact') unlink(item)
      itemsByCase.delete(caseId)
    },
  }
}

function entryOf<V>(index: Map<string, Map<string, V>>, key: string): Map<string, V> {
  const entry = index.get(key) ?? new Map<string, V>()
  index.set(key, entry)
  return entry
}
