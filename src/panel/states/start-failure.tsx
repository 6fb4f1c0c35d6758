import { PanelRoot } from '../panel-root.tsx'
import { useWords } from '../words-context.tsx'
import { Notice } from './notice.tsx'

interface StartFailureProps {
  readonly reason: 'wrongSettings' | 'cannotStart'
  /** What to mend, for people who look after the page. */
  readonly detail?: string
}

/** Stands for the panel on a page that could not start it. */
export function StartFailure({ reason, detail }: StartFailureProps) {
  const { messages } = useWords()
  return (
    <PanelRoot theme="system">
      <Notice tone="error" {...messages[reason]}>
        {detail !== undefined && <p className="contact-cases-notice-detail">{detail}</p>}
      </Notice>
    </PanelRoot>
  )
}
