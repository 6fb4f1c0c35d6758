import type { Owner } from './auth/viewer.ts'
import type { Seals } from './seal.ts'

/** Whose page a cursor continues: it opens for no other contact, no other domain, and nobody else. */
export interface CursorScope {
  readonly domainId: string
  readonly contactArn: string
  readonly owner: Owner
}

/** Seals the service's `nextToken` on its way to the browser. */
export function sealCursor(seals: Seals, nextToken: string, { domainId, contactArn, owner }: CursorScope): string {
  return seals.seal(nextToken, ['nextToken', domainId, contactArn, ...owner])
}

/** The service's token, or null where the cursor is not ours or not this contact's. */
export function openCursor(seals: Seals, cursor: string, { domainId, contactArn, owner }: CursorScope): string | null {
  return seals.open(cursor, ['nextToken', domainId, contactArn, ...owner])
}
