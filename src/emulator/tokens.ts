import { createHmac, timingSafeEqual } from 'node:crypto'

/** Opaque page tokens: a position, sealed with what it belongs to. They need no memory, so they outlive a restart. */
export interface Tokens {
  /** A token for this position of the list that `binding` describes. */
  seal(position: number, binding: string): string
  /** The position, or null where the token was not given for this list, or too long ago. */
  open(token: string, binding: string): number | null
}

/** When tokens end. */
export interface TokenAge {
  /** Milliseconds since 1970. */
  now(): number
  /** Null: never. */
  lifetimeMs(): number | null
}

const immortal: TokenAge = { now: () => 0, lifetimeMs: () => null }

// Position and time of birth, each a whole number of six bytes.
const contentBytes = 12
const sealBytes = 16

/** How long a token of the service lives is undocumented; these live as long as the key unless told otherwise. */
export function createTokens(key: string, { now, lifetimeMs }: TokenAge = immortal): Tokens {
  function sealOf(content: Buffer, binding: string): Buffer {
    return createHmac('sha256', key).update(content).update(binding).digest().subarray(0, sealBytes)
  }
  return {
    seal(position, binding) {
      const content = Buffer.alloc(contentBytes)
      content.writeUIntBE(position, 0, 6)
      content.writeUIntBE(now(), 6, 6)
      return Buffer.concat([content, sealOf(content, binding)]).toString('base64url')
    },
    open(token, binding) {
      const bytes = Buffer.from(token, 'base64url')
      // Decoding skips what is not base64url; such a token is not one that was given out.
      if (bytes.length !== contentBytes + sealBytes || bytes.toString('base64url') !== token) return null
      const content = bytes.subarray(0, contentBytes)
      if (!timingSafeEqual(bytes.subarray(contentBytes), sealOf(content, binding))) return null
      const lifetime = lifetimeMs()
      const isOver = lifetime !== null && now() - content.readUIntBE(6, 6) > lifetime
      return isOver ? null : content.readUIntBE(0, 6)
    },
  }
}
