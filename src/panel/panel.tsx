import { useMemo } from 'react'
import type { Visibility } from '../cases/visibility.ts'
import { type CaseLinks, CaseLinksContext } from './case-links.tsx'
import { caseUrl } from './case-url.ts'
import { Desk } from './desk.tsx'
import { type PanelEvents, TellersContext } from './events/events-context.ts'
import { useTellers } from './events/use-tellers.ts'
import { copyText } from './list/copy-text.ts'
import { type PanelDensity, PanelRoot, type PanelTheme } from './panel-root.tsx'
import { useProvided } from './provider/provided.ts'
import { SignInGate } from './sign-in/sign-in-gate.tsx'
import { type Slots, SlotsContext } from './slots/slots-context.ts'
import { WordsContext } from './words-context.tsx'

/** How one panel looks, and what it does with a case. */
export interface PanelProps extends Slots, PanelEvents {
  /** What a case opens, with `{caseId}` where its id goes; without it case rows are not links. */
  readonly caseUrlTemplate?: string | undefined
  /** Opens a case in the host; without it, `caseUrlTemplate` opens in a new tab. */
  readonly onOpenCase?: ((caseId: string) => void) | undefined
  /** `link`: a case opens by its link all the same, and `onOpenCase` is only told. */
  readonly openCases?: 'host' | 'link' | undefined
  /** `system`, which is the default, follows the browser. */
  readonly theme?: PanelTheme | undefined
  /** `comfortable`, which is the default, or `compact`: more rows, closer together. */
  readonly density?: PanelDensity | undefined
  /** Reads the next page by itself when the end of the list comes into view. */
  readonly autoLoadMore?: boolean | undefined
  /** Whether the host shows the panel, where only the host can say; the panel knows by itself whether it is on screen. */
  readonly visibility?: Visibility | undefined
}

/** A panel over what a provider above it gives. */
export function Panel(props: PanelProps) {
  const { signIn, words } = useProvided('<ContactCases>')
  const links = useLinks(props)
  const slots = useSlotsOf(props)
  const tellers = useTellers(props)
  if (words === null) return null
  const desk = <Desk autoLoadMore={props.autoLoadMore ?? false} />
  return (
    <WordsContext value={words}>
      <CaseLinksContext value={links}>
        <SlotsContext value={slots}>
          <TellersContext value={tellers}>
            <PanelRoot
              theme={props.theme ?? 'system'}
              density={props.density ?? 'comfortable'}
              hostVisibility={props.visibility}
            >
              {signIn === undefined ? desk : <SignInGate signIn={signIn}>{desk}</SignInGate>}
            </PanelRoot>
          </TellersContext>
        </SlotsContext>
      </CaseLinksContext>
    </WordsContext>
  )
}

function useLinks({ caseUrlTemplate, onOpenCase, openCases = 'host' }: PanelProps): CaseLinks {
  return useMemo((): CaseLinks => {
    const urlOf = (caseId: string) => (caseUrlTemplate === undefined ? null : caseUrl(caseUrlTemplate, caseId))
    const isHosts = openCases === 'host'
    const told = onOpenCase ?? null
    return { urlOf, onOpenCase: isHosts ? told : null, onLink: isHosts ? null : told, copy: copyText }
  }, [caseUrlTemplate, onOpenCase, openCases])
}

// The same object while the slots are the same: every row in sight reads it.
function useSlotsOf({ renderCase, caseActions, renderHeader, renderEmpty }: PanelProps): Slots {
  return useMemo(
    () => ({ renderCase, caseActions, renderHeader, renderEmpty }),
    [renderCase, caseActions, renderHeader, renderEmpty],
  )
}
