import type { CasesView } from '../../cases/cases-view.ts'
import { fill } from '../../locales/plural.ts'
import type { Words } from '../../locales/words.ts'

/** How many cases there are, as far as it is known; empty while nothing is. */
export function countText({ messages, plural }: Words, view: CasesView): string {
  if (view.status === 'empty') return plural(messages.count.all, 0)
  if (view.status !== 'rows') return ''
  if (view.hasNext) return plural(messages.count.loadedOfMore, view.cases.length)
  return plural(view.more.status === 'none' ? messages.count.all : messages.count.loaded, view.cases.length)
}

/** How many of the loaded cases the filter leaves; the service tells no total. */
export function filteredText({ messages, number }: Words, shown: number, view: CasesView): string {
  if (view.status !== 'rows') return ''
  const { filtered, filteredOfMore } = messages.count
  const values = { shown: number(shown), loaded: number(view.cases.length) }
  return fill(view.hasNext ? filteredOfMore : filtered, values)
}
