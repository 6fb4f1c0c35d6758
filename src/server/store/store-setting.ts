import { z } from 'zod'

// Says the form and never what was given: it may hold a password.
const form = 'must be memory, or redis://[user:password@]host[:port][/database], or the same with rediss:// for TLS'

/** The setting `STORE`: the URL of what all instances share; null: there is one instance, and it keeps all in memory. */
export const storeSetting = z.string().transform((text, context): string | null => {
  if (text === 'memory') return null
  if (isStoreUrl(text)) return text
  context.issues.push({ code: 'custom', message: form, input: undefined })
  return z.NEVER
})

function isStoreUrl(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, hostname, pathname, search, hash } = new URL(text)
  return (
    /^rediss?:$/.test(protocol) && hostname !== '' && /^(\/\d{0,4})?$/.test(pathname) && search === '' && hash === ''
  )
}
