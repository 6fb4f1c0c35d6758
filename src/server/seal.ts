import { createCipheriv, createDecipheriv } from 'node:crypto'

/**
 * What a sealed text is for and whose it is: it opens for exactly these texts. The first is the purpose, the name of
 * the member that carries it.
 */
export type Bound = readonly ['nextToken' | 'detailsToken', ...string[]]

/** Seals what the server lets a browser keep, and opens it when it comes back. */
export interface Seals {
  seal(text: string, bound: Bound): string
  /** The text, or null where it is not sealed by us, not for this, or with another key. */
  open(sealed: string, bound: Bound): string | null
}

interface SealSettings {
  /** 32 bytes. What is sealed does not outlive it. */
  readonly key: Uint8Array
  readonly randomBytes: (size: number) => Uint8Array
}

// Sealed is base64url of: key id (1 byte), nonce (12), ciphertext, tag (16).
const algorithm = 'aes-256-gcm'
const keyId = 1
const nonceEnd = 1 + 12
const tagLength = 16

/** Sealed with AES-256-GCM, so that what the browser holds can be neither read, nor changed, nor used elsewhere. */
export function createSeals({ key, randomBytes }: SealSettings): Seals {
  return {
    seal(text, bound) {
      const nonce = randomBytes(nonceEnd - 1)
      const cipher = createCipheriv(algorithm, key, nonce).setAAD(associatedData(bound))
      const sealed = [Uint8Array.of(keyId), nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]
      return Buffer.concat(sealed).toString('base64url')
    },

    open(sealed, bound) {
      const bytes = Buffer.from(sealed, 'base64url')
      if (bytes.length < nonceEnd + tagLength || bytes[0] !== keyId) return null
      const decipher = createDecipheriv(algorithm, key, bytes.subarray(1, nonceEnd), { authTagLength: tagLength })
      decipher.setAAD(associatedData(bound)).setAuthTag(bytes.subarray(-tagLength))
      try {
        return decipher.update(bytes.subarray(nonceEnd, -tagLength), undefined, 'utf8') + decipher.final('utf8')
      } catch {
        return null // node:crypto says by throwing that the tag does not fit
      }
    },
  }
}

// As JSON: no texts can borrow characters from each other.
function associatedData(bound: Bound): Buffer {
  return Buffer.from(JSON.stringify(bound))
}
