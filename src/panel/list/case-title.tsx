import type { CaseRow } from '../../cases/case-rows.ts'
import { useCaseLinks } from '../case-links.tsx'
import { useWords } from '../words-context.tsx'
import { CaseOpener } from './case-opener.tsx'
import { caseName, isGone } from './row-names.ts'

interface CaseTitleProps {
  readonly row: CaseRow
  /** Names the row, where this is what does. */
  readonly id?: string | undefined
}

/** A case's title on one line; its id until the title is known. */
export function CaseTitle({ row, id }: CaseTitleProps) {
  const { messages } = useWords()
  const { urlOf, onOpenCase } = useCaseLinks()
  const text = (
    // `auto` on the block itself: a title from right to left is cut at its end, not at its beginning.
    <span
      id={id}
      className={`contact-cases-case-title contact-cases-cut contact-cases-case-title-${toneOf(row)}`}
      dir="auto"
    >
      {caseName(row, messages)}
    </span>
  )
  if (isGone(row) || (urlOf(row.caseId) === null && onOpenCase === null)) return <span>{text}</span>
  return (
    <CaseOpener caseId={row.caseId} className="contact-cases-link">
      {text}
      {onOpenCase === null && <span className="contact-cases-unseen"> ({messages.actions.opensInNewTab})</span>}
    </CaseOpener>
  )
}

function toneOf({ details }: CaseRow): 'title' | 'untitled' | 'id' {
  if (details.status !== 'known') return 'id'
  return details.found.title === null ? 'untitled' : 'title'
}
