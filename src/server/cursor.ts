import type { Seals } from './seal.ts'

/** Whose page a cursor continues: it opens for no other contact and no other domain. */
export interface CursorScope {
  readonly domainId: string
  readonly contactArn: string
}

/** Seals the service's `nextToken` on its way to the browser. */
export function sealCursor(seals: Seals, nextToken: string, { domainId, contactArn }: CursorScope): string {
  return seals.seal(nextToken, ['nextToken', domainId, contactArn])
}

/** The service's token, or null where the cursor is not ours or not this contact's. */
export function openCursor(seals: Seals, cursor: string, { domainId, contactArn }: CursorScope): string | null {
  return seals.open(cursor, ['nextToken', domainId, contactArn])
}
