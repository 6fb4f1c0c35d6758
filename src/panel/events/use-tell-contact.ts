import type { Failed } from '../../cases/cases-problem.ts'
import type { CasesView } from '../../cases/cases-view.ts'
import type { DeskContact } from '../../contact/contact-source.ts'
import type { ContactCasesState } from '../use-shown-cases.ts'
import { useTellCases, useTellProblem } from './events-context.ts'
import { useTellOnce } from './use-tell-once.ts'

/** Tells the desktop which cases of the contact are on screen, and what goes wrong with them. */
export function useTellContact({ contactArn }: DeskContact, { view, changed }: ContactCasesState): void {
  const [tellCases, tellProblem] = [useTellCases(), useTellProblem()]
  const loaded = view.status === 'rows' ? view.cases.length : 0
  const hasMore = view.status === 'rows' && view.hasNext
  const isKnown = view.status === 'rows' || view.status === 'empty'
  // As many as before may be others; a refresh that changed nothing is no change.
  const replaced = changed && changed.appeared.size + changed.vanished > 0 ? changed.at : 0
  useTellOnce(isKnown ? [loaded, hasMore, replaced].join() : null, () => tellCases({ contactArn, loaded, hasMore }))

  const failed = failureIn(view)
  useTellOnce(failed && `${failed.problem.code} ${failed.failedAt}`, () => {
    if (failed === null) return
    const { code, requestId } = failed.problem
    tellProblem({ kind: 'cases', code, contactArn, requestId })
  })
}

function failureIn(view: CasesView): Failed | null {
  if (view.status === 'failed') return view
  if (view.status === 'rows' && view.more.status === 'failed') return view.more
  return 'refresh' in view && view.refresh.status === 'failed' ? view.refresh : null
}
