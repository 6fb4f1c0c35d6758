import { createCipheriv, createDecipheriv } from 'node:crypto'
import type { SealKeys } from './seal-keys.ts'

/**
 * What a sealed text is for and whose it is: it opens for exactly these texts. The first is the purpose, the name of
 * the member that carries it; `answer`: one that instances share.
 */
export type Bound = readonly ['nextToken' | 'detailsToken' | 'answer', ...string[]]

/** Seals what the server lets a browser keep, and opens it when it comes back. */
export interface Seals {
  seal(text: string, bound: Bound): string
  /** The text, or null where it is not sealed by us, not for this, or with a key that is not ours (any more). */
  open(sealed: string, bound: Bound): string | null
}

interface SealSettings {
  /** The first seals, all open. What is sealed does not outlive its key. */
  readonly keys: SealKeys
  readonly randomBytes: (size: number) => Uint8Array
}

// Sealed is base64url of: length of the key's id (1 byte), that id, nonce (12), ciphertext, tag (16).
const algorithm = 'aes-256-gcm'
const nonceLength = 12
const tagLength = 16

/** Sealed with AES-256-GCM, so that what the browser holds can be neither read, nor changed, nor used elsewhere. */
export function createSeals({ keys, randomBytes }: SealSettings): Seals {
  const [newest] = keys
  const keyById = new Map(keys.map(({ id, key }) => [id, key]))
  return {
    seal(text, bound) {
      const nonce = randomBytes(nonceLength)
      const cipher = createCipheriv(algorithm, newest.key, nonce).setAAD(associatedData(newest.id, bound))
      const id = Buffer.from(newest.id)
      const sealed = [Uint8Array.of(id.length), id, nonce, cipher.update(text, 'utf8'), cipher.final()]
      return Buffer.concat([...sealed, cipher.getAuthTag()]).toString('base64url')
    },

    open(sealed, bound) {
      const bytes = Buffer.from(sealed, 'base64url')
      const idEnd = 1 + (bytes[0] ?? 0)
      const nonceEnd = idEnd + nonceLength
      const id = bytes.toString('utf8', 1, idEnd)
      const key = keyById.get(id)
      if (key === undefined || bytes.length < nonceEnd + tagLength) return null
      const nonce = bytes.subarray(idEnd, nonceEnd)
      const decipher = createDecipheriv(algorithm, key, nonce, { authTagLength: tagLength })
      decipher.setAAD(associatedData(id, bound)).setAuthTag(bytes.subarray(-tagLength))
      try {
        return decipher.update(bytes.subarray(nonceEnd, -tagLength), undefined, 'utf8') + decipher.final('utf8')
      } catch {
        return null // node:crypto says by throwing that the tag does not fit
      }
    },
  }
}

// As JSON: no texts can borrow characters from each other.
function associatedData(keyId: string, bound: Bound): Buffer {
  return Buffer.from(JSON.stringify([keyId, ...bound]))
}
