import type { QueryClient } from '@tanstack/react-query'
import { type ReactNode, useMemo, useState } from 'react'
import type { CasesClient } from '../../cases/cases-client.ts'
import type { ContactSource } from '../../contact/contact-source.ts'
import type { Formats, Strings } from '../../locales/adapt-words.ts'
import type { Words } from '../../locales/words.ts'
import type { SignIn } from '../../sign-in/sign-in.ts'
import { pagePreferences } from '../page-preferences.ts'
import type { PreferenceStore } from '../preferences.ts'
import { PreferencesContext } from '../preferences-context.ts'
import { useSession } from '../sign-in/use-sign-in-state.ts'
import { ProvidedContext } from './provided.ts'
import { requireSetup } from './require-setup.ts'
import { createSeenPanels } from './seen-panels.ts'
import { useDeskMemory } from './use-desk-memory.ts'
import { useProvidedWords } from './use-provided-words.ts'
import { useWarmUp } from './use-warm-up.ts'

/** What a panel works with. Keep each the same object from render to render. */
export interface ContactCasesSetup {
  /** Says which contact the agent has. */
  readonly source: ContactSource
  /** Asks for the contact's cases. */
  readonly client: CasesClient
  /** Whether an agent is signed in; without it, there is no sign-in. Give the client its `fetch`. */
  readonly signIn?: SignIn | undefined
  /** Your own memory of queries. What belongs to a contact leaves it with the contact; without it, a memory apart. */
  readonly queryClient?: QueryClient | undefined
  /** The language, as a BCP 47 tag; its texts are loaded when it is first asked for. Without it, English. */
  readonly locale?: string | undefined
  /** A language that is there already, from `loadWords`; wins over `locale`. */
  readonly words?: Words | undefined
  /** Your own words in place of some of the language's. */
  readonly strings?: Strings | undefined
  /** Your own way to write numbers and times. */
  readonly formats?: Formats | undefined
  /** Where the agent's view settings are kept; without it, in `localStorage`. */
  readonly preferences?: PreferenceStore | undefined
}

export interface ContactCasesProviderProps extends ContactCasesSetup {
  readonly children: ReactNode
}

/** One desk for all panels and hooks under it: what one of them has read, none asks for again. */
export function ContactCasesProvider({ children, ...setup }: ContactCasesProviderProps) {
  const { source, client, signIn, queryClient } = setup
  requireSetup('<ContactCasesProvider>', setup)
  const session = useSession(signIn)
  const [seen] = useState(createSeenPanels)
  const { memory, isOpen } = useDeskMemory({ source, client, queryClient, session, visibility: seen })
  const words = useProvidedWords(setup)
  const preferences = useMemo(
    () => setup.preferences ?? pagePreferences(client.domainId),
    [setup.preferences, client.domainId],
  )
  useWarmUp(words, preferences)
  const provided = useMemo(
    () => ({ source, signIn, words, memory, seen, isOpen }),
    [source, signIn, words, memory, seen, isOpen],
  )
  return (
    <ProvidedContext value={provided}>
      <PreferencesContext value={preferences}>{children}</PreferencesContext>
    </ProvidedContext>
  )
}
