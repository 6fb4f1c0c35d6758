import { PanelRoot, type PanelTheme } from '../panel-root.tsx'
import { useWords } from '../words-context.tsx'
import { Notice } from './notice.tsx'

export interface StartFailureProps {
  readonly reason: 'wrongSettings' | 'cannotStart'
  /** What to mend, for people who look after the page. */
  readonly detail?: string
  readonly theme?: PanelTheme | undefined
}

/** Stands for the panel on a page that could not start it. */
export function StartFailure({ reason, detail, theme = 'system' }: StartFailureProps) {
  const { messages } = useWords()
  return (
    <PanelRoot theme={theme} tabIndex={0}>
      <Notice tone="error" {...messages[reason]}>
        {detail !== undefined && <p className="contact-cases-notice-detail">{detail}</p>}
      </Notice>
    </PanelRoot>
  )
}
