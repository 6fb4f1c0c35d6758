import { createCipheriv, createDecipheriv } from 'node:crypto'

/** Whose page a cursor continues: it opens for no other contact and no other domain. */
export interface CursorScope {
  readonly domainId: string
  readonly contactArn: string
}

/** Seals the service's `nextToken` on its way to the browser, and opens it on its way back. */
export interface Cursors {
  seal(nextToken: string, scope: CursorScope): string
  /** The service's token, or null where the cursor is not ours, not this contact's, or sealed with another key. */
  open(cursor: string, scope: CursorScope): string | null
}

interface CursorSettings {
  /** 32 bytes. Cursors do not outlive it. */
  readonly key: Uint8Array
  readonly randomBytes: (size: number) => Uint8Array
}

// A cursor is base64url of: key id (1 byte), nonce (12), ciphertext, tag (16).
const algorithm = 'aes-256-gcm'
const keyId = 1
const nonceEnd = 1 + 12
const tagLength = 16

/** Cursors sealed with AES-256-GCM, so that what the browser holds can be neither read, nor changed, nor moved. */
export function createCursors({ key, randomBytes }: CursorSettings): Cursors {
  return {
    seal(nextToken, scope) {
      const nonce = randomBytes(nonceEnd - 1)
      const cipher = createCipheriv(algorithm, key, nonce).setAAD(associatedData(scope))
      const sealed = [
        Uint8Array.of(keyId),
        nonce,
        cipher.update(nextToken, 'utf8'),
        cipher.final(),
        cipher.getAuthTag(),
      ]
      return Buffer.concat(sealed).toString('base64url')
    },

    open(cursor, scope) {
      const bytes = Buffer.from(cursor, 'base64url')
      if (bytes.length < nonceEnd + tagLength || bytes[0] !== keyId) return null
      const decipher = createDecipheriv(algorithm, key, bytes.subarray(1, nonceEnd), { authTagLength: tagLength })
      decipher.setAAD(associatedData(scope)).setAuthTag(bytes.subarray(-tagLength))
      try {
        return decipher.update(bytes.subarray(nonceEnd, -tagLength), undefined, 'utf8') + decipher.final('utf8')
      } catch {
        return null // node:crypto says by throwing that the tag does not fit
      }
    },
  }
}

// As JSON: no pair of a domain and a contact can be written like another pair.
function associatedData({ domainId, contactArn }: CursorScope): Buffer {
  return Buffer.from(JSON.stringify([domainId, contactArn]))
}
