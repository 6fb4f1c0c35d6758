import { memo } from 'react'
import type { CaseRow } from '../../cases/case-rows.ts'
import { useWords } from '../words-context.tsx'
import { CaseFacts } from './case-facts.tsx'
import { CaseTitle } from './case-title.tsx'
import { RowActions } from './row-actions.tsx'
import { RowFields } from './row-fields.tsx'

interface CaseRowViewProps extends CaseRow {
  /** Begins the ids of the parts that name the row. */
  readonly id: string
  readonly appeared: boolean
  readonly fieldLine: boolean
  readonly onRetryDetails: (caseId: string) => void
}

/**
 * One case: its title, what is known of it, what can be done with it. Each has a line of its own height, so that a row
 * is as high before its details are there as after.
 */
export const CaseRowView = memo(({ id, appeared, fieldLine, onRetryDetails, ...row }: CaseRowViewProps) => {
  const { messages } = useWords()
  const { caseId, details } = row
  const found = details.status === 'known' ? details.found : null
  return (
    <>
      {/* biome-ignore-start lint/a11y/useSemanticElements: a table's cells cannot be placed one by one by a virtualiser. */}
      {/* biome-ignore-start lint/a11y/useFocusableInteractive: the row takes the focus; cells never do. */}
      <div role="gridcell" className="contact-cases-case-main" data-press="open">
        <CaseTitle row={row} id={`${id}-title`} />
        <span id={`${id}-marks`} className="contact-cases-case-marks">
          {appeared && <span className="contact-cases-mark contact-cases-mark-new">{messages.list.appeared}</span>}
          {row.linkedTo === 'initial' && <span className="contact-cases-mark">{messages.list.beforeTransfer}</span>}
        </span>
      </div>
      <div role="gridcell" className="contact-cases-case-facts" id={`${id}-facts`}>
        <CaseFacts details={details} onRetry={() => onRetryDetails(caseId)} />
      </div>
      <div role="gridcell" className="contact-cases-case-actions">
        {/* Where they failed, the message and its button need the room; the title still opens the case. */}
        {details.status !== 'failed' && <RowActions caseId={caseId} referenceNumber={found?.referenceNumber ?? null} />}
      </div>
      {fieldLine && (
        <div role="gridcell" className="contact-cases-case-fields contact-cases-cut" id={`${id}-fields`}>
          {found && <RowFields fields={found.fields} />}
        </div>
      )}
      {/* biome-ignore-end lint/a11y/useFocusableInteractive: as above */}
      {/* biome-ignore-end lint/a11y/useSemanticElements: as above */}
    </>
  )
})
