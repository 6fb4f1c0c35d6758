import { memo } from 'react'
import type { CaseRow } from '../cases/case-rows.ts'
import type { ListRow, TemplateRow } from '../cases/template-rows.ts'
import { en } from '../locales/en.ts'
import { fill, plural } from '../locales/plural.ts'
import { caseUrl } from './case-url.ts'

interface ListRowsProps {
  readonly rows: readonly ListRow[]
  readonly caseUrlTemplate: string | undefined
}

/** The list: a row for each template, and its cases under it. */
export function ListRows({ rows, caseUrlTemplate }: ListRowsProps) {
  return (
    <ul className="contact-cases-list" aria-label={en.caseList}>
      {rows.map((row) =>
        row.kind === 'template' ? (
          <TemplateItem key={`template ${row.templateId}`} {...row} />
        ) : (
          <CaseItem key={`case ${row.caseId}`} {...row} caseUrlTemplate={caseUrlTemplate} />
        ),
      )}
    </ul>
  )
}

const TemplateItem = memo(({ templateId, name, standing, count }: TemplateRow) => (
  <li className="contact-cases-template">
    <h3 className="contact-cases-template-name">
      {name ?? fill(en.templateWithoutName, { id: templateId.slice(0, 8) })}
    </h3>
    {standing === 'inactive' && <span className="contact-cases-mark">{en.inactive}</span>}
    {standing === 'unlisted' && <span className="contact-cases-mark">{en.unlisted}</span>}
    <span className="contact-cases-template-count">{plural(en.locale, en.caseCount, count)}</span>
  </li>
))

interface CaseItemProps extends CaseRow {
  readonly caseUrlTemplate: string | undefined
}

const CaseItem = memo(({ caseId, linkedTo, caseUrlTemplate }: CaseItemProps) => (
  <li className="contact-cases-case">
    {caseUrlTemplate === undefined ? (
      <span className="contact-cases-case-name">{caseId}</span>
    ) : (
      <a
        className="contact-cases-case-name contact-cases-link"
        href={caseUrl(caseUrlTemplate, caseId)}
        target="_blank"
        rel="noopener noreferrer"
      >
        {caseId}
        <span className="contact-cases-unseen"> ({en.opensInNewTab})</span>
      </a>
    )}
    {linkedTo === 'initial' && <span className="contact-cases-case-note">{en.fromInitialContact}</span>}
  </li>
))
