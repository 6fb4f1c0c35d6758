import { useMemo } from 'react'
import { Slot } from '../slots/slot.tsx'
import type { Slots } from '../slots/slots-context.ts'
import { CaseFacts } from './case-facts.tsx'
import { CaseMarks } from './case-marks.tsx'
import type { CaseRowViewProps } from './case-row-view.tsx'
import { CaseTitle } from './case-title.tsx'
import { RowActions } from './row-actions.tsx'
import { RowFields } from './row-fields.tsx'
import { isGone } from './row-names.ts'

interface DrawnCaseProps extends CaseRowViewProps {
  readonly renderCase: NonNullable<Slots['renderCase']>
}

/** One case as the desktop draws it, and what can be done with it. All that it shows names the row. */
export function DrawnCase({ renderCase, id, appeared, fieldLine: _, onRetryDetails, ...given }: DrawnCaseProps) {
  const { kind, caseId, templateId, linkedTo, details } = given
  // One object while nothing of the case changes: what failed is tried again when something has.
  const row = useMemo(
    () => ({ kind, caseId, templateId, linkedTo, details }),
    [kind, caseId, templateId, linkedTo, details],
  )
  const content = (
    <div className="contact-cases-own">
      <div className="contact-cases-case-main" data-press="open">
        <CaseTitle row={row} />
        <CaseMarks linkedTo={linkedTo} appeared={appeared} />
      </div>
      <div className="contact-cases-case-facts">
        <CaseFacts details={details} onRetry={() => onRetryDetails(caseId)} />
      </div>
      {details.status === 'known' && details.found.fields.length > 0 && (
        <div className="contact-cases-case-fields contact-cases-cut">
          <RowFields fields={details.found.fields} />
        </div>
      )}
    </div>
  )
  return (
    <>
      {/* biome-ignore-start lint/a11y/useSemanticElements: a table's cells cannot be placed one by one by a virtualiser. */}
      {/* biome-ignore-start lint/a11y/useFocusableInteractive: the row takes the focus; cells never do. */}
      <div role="gridcell" className="contact-cases-case-drawn contact-cases-slot" id={`${id}-title`}>
        <Slot name="renderCase" render={renderCase} given={{ row, content }} of={row} fallback={content} />
      </div>
      <div role="gridcell" className="contact-cases-case-actions">
        {!isGone(row) && <RowActions row={row} />}
      </div>
      {/* biome-ignore-end lint/a11y/useFocusableInteractive: as above */}
      {/* biome-ignore-end lint/a11y/useSemanticElements: as above */}
    </>
  )
}
