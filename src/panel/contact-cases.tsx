import { use, useMemo } from 'react'
import type { CasesClient } from '../cases/cases-client.ts'
import type { Visibility } from '../cases/visibility.ts'
import type { ContactSource } from '../contact/contact-source.ts'
import type { Words } from '../locales/words.ts'
import type { SignIn } from '../sign-in/sign-in.ts'
import { type CaseLinks, CaseLinksContext } from './case-links.tsx'
import { caseUrl } from './case-url.ts'
import { Desk } from './desk.tsx'
import { copyText } from './list/copy-text.ts'
import { pagePreferences } from './page-preferences.ts'
import { PanelRoot, type PanelTheme } from './panel-root.tsx'
import type { PreferenceStore } from './preferences.ts'
import { PreferencesContext } from './preferences-context.ts'
import { SignInGate } from './sign-in/sign-in-gate.tsx'
import { useLoadedWords } from './use-loaded-words.ts'
import { WordsContext } from './words-context.tsx'

export interface ContactCasesProps {
  /** Says which contact the agent has. */
  readonly source: ContactSource
  /** Asks for the contact's cases. */
  readonly client: CasesClient
  /** Whether an agent is signed in; without it, the panel shows no sign-in. Give the client its `fetch`. */
  readonly signIn?: SignIn | undefined
  /** What a case opens, with `{caseId}` where its id goes; without it case rows are not links. */
  readonly caseUrlTemplate?: string | undefined
  /** Opens a case in the host; without it, `caseUrlTemplate` opens in a new tab. */
  readonly onOpenCase?: ((caseId: string) => void) | undefined
  /** The language, as a BCP 47 tag; its texts are loaded when it is first asked for. Without it, English. */
  readonly locale?: string | undefined
  /** A language that is there already; wins over `locale`. */
  readonly words?: Words | undefined
  /** `system`, which is the default, follows the browser. */
  readonly theme?: PanelTheme | undefined
  /** Reads the next page by itself when the end of the list comes into view. */
  readonly autoLoadMore?: boolean | undefined
  /** Whether the host shows the panel, where only the host can say; the panel knows by itself whether it is on screen. */
  readonly visibility?: Visibility | undefined
  /** Where the agent's view settings are kept; without it, in `localStorage`. */
  readonly preferences?: PreferenceStore | undefined
}

/** The panel: names the contact the agent looks at and shows every case linked to it. */
export function ContactCases(props: ContactCasesProps) {
  const { source, client, signIn, caseUrlTemplate, onOpenCase, autoLoadMore = false } = props
  const words = usePanelWords(props)
  const preferences = useMemo(
    () => props.preferences ?? pagePreferences(client.domainId),
    [props.preferences, client.domainId],
  )
  const links = useMemo((): CaseLinks => {
    const urlOf = (caseId: string) => (caseUrlTemplate === undefined ? null : caseUrl(caseUrlTemplate, caseId))
    return { urlOf, onOpenCase: onOpenCase ?? null, copy: copyText }
  }, [caseUrlTemplate, onOpenCase])

  if (words === null) return null
  const desk = <Desk {...{ source, client, autoLoadMore }} />
  return (
    <WordsContext value={words}>
      <PreferencesContext value={preferences}>
        <CaseLinksContext value={links}>
          <PanelRoot theme={props.theme ?? 'system'} hostVisibility={props.visibility}>
            {signIn === undefined ? desk : <SignInGate signIn={signIn}>{desk}</SignInGate>}
          </PanelRoot>
        </CaseLinksContext>
      </PreferencesContext>
    </WordsContext>
  )
}

function usePanelWords({ words, locale }: ContactCasesProps): Words | null {
  const english = use(WordsContext)
  const loaded = useLoadedWords(words === undefined ? locale : undefined)
  return words ?? (locale === undefined ? english : loaded)
}
