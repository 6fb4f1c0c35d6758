import type { CaseRow } from '../../cases/case-rows.ts'
import { fill } from '../../locales/plural.ts'
import { useCaseLinks } from '../case-links.tsx'
import { Icon } from '../icon.tsx'
import { useWords } from '../words-context.tsx'
import { CaseOpener } from './case-opener.tsx'
import { CopyButton } from './copy-button.tsx'
import { HostActions } from './host-actions.tsx'

/** What can be done with a case, at the end of its row. The list's keys press what `data-press` names. */
export function RowActions({ row }: { readonly row: CaseRow }) {
  const { caseId, details } = row
  const { actions, shortcut } = useWords().messages
  const { urlOf, onOpenCase } = useCaseLinks()
  const url = urlOf(caseId)
  const referenceNumber = details.status === 'known' ? details.found.referenceNumber : null
  const label = onOpenCase === null ? `${actions.open} (${actions.opensInNewTab})` : actions.open
  return (
    <>
      <span className="contact-cases-action" data-press="open">
        <CaseOpener
          caseId={caseId}
          className="contact-cases-icon-button"
          label={label}
          tooltip={fill(shortcut, { action: label, keys: 'Enter' })}
        >
          <Icon name="open" />
        </CaseOpener>
      </span>
      {referenceNumber !== null && <CopyButton what="reference" text={referenceNumber} />}
      {url !== null && <CopyButton what="link" text={url} />}
      <HostActions row={row} />
    </>
  )
}
