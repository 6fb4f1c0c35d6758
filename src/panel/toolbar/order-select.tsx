import type { CaseOrder } from '../../cases/case-order.ts'
import { usePreferences } from '../preferences-context.ts'
import { useWords } from '../words-context.tsx'

const orders: readonly CaseOrder[] = ['listed', 'updated', 'status', 'reference']

/** Chooses the order of cases; remembered. */
export function OrderSelect() {
  const { sort, sorts } = useWords().messages.toolbar
  const [{ order }, change] = usePreferences()
  return (
    <select
      className="contact-cases-select"
      aria-label={sort}
      data-tooltip={sort}
      value={order}
      onChange={({ target }) => change({ order: orders[target.selectedIndex] ?? 'listed' })}
    >
      {orders.map((each) => (
        <option key={each} value={each}>
          {sorts[each]}
        </option>
      ))}
    </select>
  )
}
