import { z } from 'zod'

/** A key of AES-256, and the name under which what it sealed finds it again. */
export interface SealKey {
  readonly id: string
  /** 32 bytes. */
  readonly key: Uint8Array
}

/** The first seals, all open. */
export type SealKeys = readonly [SealKey, ...SealKey[]]

// The id is in every sealed text, and the longest token of the service must still fit the contract's 13,000 characters.
const entryForm = /^[A-Za-z0-9_-]{1,8}:[A-Za-z0-9+/]{43}=$/

// Says the form and never what was given: it is a secret.
const form = 'must be id:key, several separated by commas: an id of 1 to 8 letters, digits, - or _, each another, and'
const example = 'what "openssl rand -base64 32" prints'

/** The setting `SEAL_KEYS`. */
export const sealKeysSetting = z.string().transform((text, context): SealKeys => {
  const keys = text
    .split(/[\s,]/)
    .filter((entry) => entry !== '')
    .map(parseKey)
  const [first, ...others] = keys.filter((key) => key !== null)
  const ids = new Set(keys.map((key) => key?.id))
  if (first !== undefined && others.length + 1 === keys.length && ids.size === keys.length) return [first, ...others]
  context.issues.push({ code: 'custom', message: `${form} ${example}`, input: undefined })
  return z.NEVER
})

function parseKey(entry: string): SealKey | null {
  if (!entryForm.test(entry)) return null
  const colon = entry.indexOf(':')
  return { id: entry.slice(0, colon), key: Buffer.from(entry.slice(colon + 1), 'base64') }
}
