import { useId } from 'react'
import type { ListRow } from '../../cases/template-rows.ts'
import { useSlots } from '../slots/slots-context.ts'
import { CaseRowView } from './case-row-view.tsx'
import type { RowPlace } from './row-places.ts'
import { TemplateRowView } from './template-row-view.tsx'

export interface RowCallbacks {
  readonly onCollapse: (templateId: string, collapsed: boolean) => void
  readonly onRetryDetails: (caseId: string) => void
}

interface ListRowViewProps extends RowCallbacks {
  readonly row: ListRow
  readonly index: number
  readonly place: RowPlace
  /** How far below the list's beginning the row stands, in pixels; null: it sticks to the top of what is in sight. */
  readonly start: number | null
  /** Whether this row is the list's one tab stop. */
  readonly active: boolean
  readonly appeared: boolean
  readonly fieldLine: boolean
  readonly measure: (element: HTMLElement | null) => void
}

/** A row where it belongs, with its place told. What is in it renders again only when it changes itself. */
export function ListRowView({ row, index, place, start, active, measure, ...more }: ListRowViewProps) {
  const id = useId()
  const isTemplate = row.kind === 'template'
  const isDrawn = useSlots().renderCase !== undefined && !isTemplate
  const parts = isTemplate || isDrawn ? ['title'] : ['title', 'marks', 'facts', ...(more.fieldLine ? ['fields'] : [])]
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table's rows cannot be placed one by one by a virtualiser.
    <div
      role="row"
      className={`contact-cases-row ${isTemplate ? 'contact-cases-template' : 'contact-cases-case'}`}
      style={start === null ? undefined : { insetBlockStart: start }}
      ref={measure}
      data-index={index}
      data-stuck={start === null || undefined}
      data-drawn={isDrawn || undefined}
      data-case-id={isTemplate ? undefined : row.caseId}
      tabIndex={active ? 0 : -1}
      aria-labelledby={parts.map((part) => `${id}-${part}`).join(' ')}
      aria-rowindex={index + 1}
      aria-level={place.level}
      aria-posinset={place.position}
      aria-setsize={place.siblings}
      aria-expanded={isTemplate ? !row.collapsed : undefined}
    >
      {isTemplate ? (
        <TemplateRowView id={id} {...row} onCollapse={more.onCollapse} />
      ) : (
        <CaseRowView
          id={id}
          {...row}
          appeared={more.appeared}
          fieldLine={more.fieldLine}
          onRetryDetails={more.onRetryDetails}
        />
      )}
    </div>
  )
}
