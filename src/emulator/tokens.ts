import { createHmac, timingSafeEqual } from 'node:crypto'

/** Opaque page tokens: a position, sealed with what it belongs to. They need no memory, so they outlive a restart. */
export interface Tokens {
  /** A token for this position of the list that `binding` describes. */
  seal(position: number, binding: string): string
  /** The position, or null where the token was not given for this list. */
  open(token: string, binding: string): number | null
}

const positionBytes = 6
const sealBytes = 16

/** How long a token lives is undocumented; these live as long as the key. */
export function createTokens(key: string): Tokens {
  function sealOf(position: Buffer, binding: string): Buffer {
    return createHmac('sha256', key).update(position).update(binding).digest().subarray(0, sealBytes)
  }
  return {
    seal(position, binding) {
      const bytes = Buffer.alloc(positionBytes)
      bytes.writeUIntBE(position, 0, positionBytes)
      return Buffer.concat([bytes, sealOf(bytes, binding)]).toString('base64url')
    },
    open(token, binding) {
      const bytes = Buffer.from(token, 'base64url')
      // Decoding skips what is not base64url; such a token is not one that was given out.
      if (bytes.length !== positionBytes + sealBytes || bytes.toString('base64url') !== token) return null
      const position = bytes.subarray(0, positionBytes)
      const sealed = timingSafeEqual(bytes.subarray(positionBytes), sealOf(position, binding))
      return sealed ? position.readUIntBE(0, positionBytes) : null
    },
  }
}
