import { createContext, use } from 'react'
import type { CasesMemory } from '../../cases/cases-in-memory.ts'
import type { ContactSource } from '../../contact/contact-source.ts'
import type { Words } from '../../locales/words.ts'
import type { SignIn } from '../../sign-in/sign-in.ts'
import type { SeenPanels } from './seen-panels.ts'

/** What there is once for all panels and hooks under a provider. */
export interface Provided {
  readonly source: ContactSource
  readonly signIn: SignIn | undefined
  /** null: the language is still being loaded. */
  readonly words: Words | null
  readonly memory: CasesMemory
  /** Where each panel says whether anyone sees it. */
  readonly seen: SeenPanels
  /** Whether the memory is kept for who is signed in now. Nothing is to be read or shown before. */
  readonly isOpen: boolean
}

export const ProvidedContext = createContext<Provided | null>(null)

/** What the provider above gives; `user` is who asks, as a developer calls it. */
export function useProvided(user: string): Provided {
  const provided = use(ProvidedContext)
  if (provided === null) throw new Error(withoutProvider(user))
  return provided
}

function withoutProvider(user: string): string {
  const way = 'Wrap this part of your page in <ContactCasesProvider source={…} client={…}>'
  const other = user === '<ContactCases>' ? ', or give <ContactCases> a `source` and a `client` of its own' : ''
  return `${user}: there is no <ContactCasesProvider> above it. ${way}${other}.`
}
