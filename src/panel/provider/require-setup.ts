import type { ContactCasesSetup } from './contact-cases-provider.tsx'

const makers = {
  source: { maker: 'createStreamsSource', member: 'getSnapshot' },
  client: { maker: 'createCasesClient', member: 'listCasesForContact' },
} as const

/** Throws where a page without types leaves out what a panel cannot do without; `user` is who needs it. */
export function requireSetup(user: string, setup: Pick<ContactCasesSetup, 'source' | 'client'>): void {
  for (const name of ['source', 'client'] as const) {
    const { maker, member } = makers[name]
    // By hand: whoever calls this from JavaScript may have given anything, or nothing at all.
    const given: unknown = (setup as Partial<typeof setup> | undefined)?.[name]
    if (typeof given !== 'object' || given === null || !(member in given))
      throw new Error(`${user} needs a \`${name}\`. Make one with ${maker}.`)
  }
}
