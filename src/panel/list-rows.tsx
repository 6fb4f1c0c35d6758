import { memo } from 'react'
import type { CaseRow } from '../cases/case-rows.ts'
import type { ListRow, TemplateRow } from '../cases/template-rows.ts'
import { fill } from '../locales/plural.ts'
import { useCaseLinks } from './case-links.tsx'
import { useWords } from './words-context.tsx'

interface ListRowsProps {
  readonly rows: readonly ListRow[]
}

/** The list: a row for each template, and its cases under it. */
export function ListRows({ rows }: ListRowsProps) {
  const { messages } = useWords()
  return (
    <ul className="contact-cases-list" aria-label={messages.list.label}>
      {rows.map((row) =>
        row.kind === 'template' ? (
          <TemplateItem key={`template ${row.templateId}`} {...row} />
        ) : (
          <CaseItem key={`case ${row.caseId}`} {...row} />
        ),
      )}
    </ul>
  )
}

const TemplateItem = memo(({ templateId, name, standing, count }: TemplateRow) => {
  const { messages, plural } = useWords()
  return (
    <li className="contact-cases-template">
      <h3 className="contact-cases-template-name">
        {name ?? fill(messages.list.template, { id: templateId.slice(0, 8) })}
      </h3>
      {standing === 'inactive' && <span className="contact-cases-mark">{messages.list.inactive}</span>}
      {standing === 'deleted' && <span className="contact-cases-mark">{messages.list.deleted}</span>}
      <span className="contact-cases-template-count">{plural(messages.count.all, count)}</span>
    </li>
  )
})

const CaseItem = memo(({ caseId, linkedTo }: CaseRow) => {
  const { messages } = useWords()
  const url = useCaseLinks().urlOf(caseId)
  return (
    <li className="contact-cases-case">
      {url === null ? (
        <span className="contact-cases-case-name">{caseId}</span>
      ) : (
        <a className="contact-cases-case-name contact-cases-link" href={url} target="_blank" rel="noopener noreferrer">
          {caseId}
          <span className="contact-cases-unseen"> ({messages.actions.opensInNewTab})</span>
        </a>
      )}
      {linkedTo === 'initial' && <span className="contact-cases-case-note">{messages.list.beforeTransfer}</span>}
    </li>
  )
})
