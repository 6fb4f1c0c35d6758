import type { CaseRow } from '../../cases/case-rows.ts'
import { useWords } from '../words-context.tsx'

interface CaseMarksProps extends Pick<CaseRow, 'linkedTo'> {
  readonly appeared: boolean
  readonly id?: string
}

/** What is to be noticed of a case beside its title. */
export function CaseMarks({ linkedTo, appeared, id }: CaseMarksProps) {
  const { list } = useWords().messages
  return (
    <span id={id} className="contact-cases-case-marks">
      {appeared && <span className="contact-cases-mark contact-cases-mark-new">{list.appeared}</span>}
      {linkedTo === 'initial' && <span className="contact-cases-mark">{list.beforeTransfer}</span>}
    </span>
  )
}
