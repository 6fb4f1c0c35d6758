import type { CaseRow } from '../../cases/case-rows.ts'
import { IconButton } from '../icon-button.tsx'
import { Slot } from '../slots/slot.tsx'
import { useSlots } from '../slots/slots-context.ts'

/** What else the desktop lets an agent do with a case: buttons like the panel's own, and reached by the same keys. */
export function HostActions({ row }: { readonly row: CaseRow }) {
  const { caseActions } = useSlots()
  if (caseActions === undefined) return null
  const render = () =>
    caseActions(row).map(({ id, label, icon, onPress }) => (
      <span key={id} className="contact-cases-action" data-press={id}>
        <IconButton label={label} icon={icon} onPress={onPress} tabIndex={-1} />
      </span>
    ))
  // Not the row, which may be another object of the same case.
  return <Slot name="caseActions" render={render} given={row} of={row.details} fallback={null} />
}
