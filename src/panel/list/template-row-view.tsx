import { type FocusEvent, memo } from 'react'
import type { TemplateRow } from '../../cases/template-rows.ts'
import { Icon } from '../icon.tsx'
import { useWords } from '../words-context.tsx'
import { templateName } from './row-names.ts'

interface TemplateRowViewProps extends TemplateRow {
  /** Begins the ids of the parts that name the row. */
  readonly id: string
  readonly onCollapse: (templateId: string, collapsed: boolean) => void
}

/** The row above the cases of one template: its name, how many they are, and the fold. */
export const TemplateRowView = memo(({ id, onCollapse, ...row }: TemplateRowViewProps) => {
  const { messages, plural } = useWords()
  const { templateId, standing, count, collapsed } = row
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the row takes the focus; cells never do.
    // biome-ignore lint/a11y/useSemanticElements: a table's cells cannot be placed one by one by a virtualiser.
    <div role="gridcell" aria-colspan={3} className="contact-cases-template-cell" id={`${id}-title`}>
      <button
        type="button"
        className="contact-cases-template-fold"
        data-press="open"
        tabIndex={-1}
        aria-expanded={!collapsed}
        onFocus={focusRow}
        onClick={() => onCollapse(templateId, !collapsed)}
      >
        <Icon name="collapse" />
        <bdi className="contact-cases-template-name contact-cases-cut">{templateName(row, messages)}</bdi>
      </button>
      {standing === 'inactive' && <span className="contact-cases-mark">{messages.list.inactive}</span>}
      {standing === 'deleted' && <span className="contact-cases-mark">{messages.list.deleted}</span>}
      <span className="contact-cases-template-count">{plural(messages.count.all, count)}</span>
    </div>
  )
})

// A press with the mouse leaves the keyboard on the row, whose keys do the same and more.
function focusRow({ currentTarget }: FocusEvent<HTMLElement>): void {
  currentTarget.closest<HTMLElement>('[role="row"]')?.focus({ preventScroll: true })
}
