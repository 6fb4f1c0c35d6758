import type { QueryState } from '@tanstack/react-query'
import type { CaseOutcome } from '../contract/answers.ts'
import type { CaseDetails, DetailsFailure } from './case-details.ts'
import type { DetailsAnswer } from './case-details-query.ts'
import { type CasesPage, currentPages, type DetailsBatch } from './cases-page.ts'
import type { CasesError } from './cases-problem.ts'

/** What was asked about cases and what came of it; `caseId` is null where a whole batch was asked for. */
export interface DetailsAsk {
  readonly detailsToken: string
  readonly caseId: string | null
  readonly state: QueryState<DetailsAnswer, CasesError>
}

/** The batches of the pages that count. */
export function batchesOf(pages: readonly CasesPage[]): readonly DetailsBatch[] {
  return currentPages(pages).flatMap((page) => page.batches)
}

const none: CaseDetails = { status: 'none' }
const loading: CaseDetails = { status: 'loading' }

/**
 * What is known of each case of these pages: the latest outcome, whichever read of the list it was asked after. So a
 * title stays while it is read again, and when that fails for a while.
 */
export function knownDetails(
  pages: readonly CasesPage[],
  asks: readonly DetailsAsk[],
): ReadonlyMap<string, CaseDetails> {
  const details = new Map<string, CaseDetails>()
  const batches = batchesOf(pages)
  for (const { caseId } of currentPages(pages).flatMap((page) => page.cases)) details.set(caseId, none)
  for (const caseId of batches.flatMap((batch) => batch.caseIds)) details.set(caseId, loading)
  for (const { outcome, isDefinite } of toldBy(asks, batches)) {
    const before = details.get(outcome.caseId)
    if (before === undefined || (before.status === 'known' && !isDefinite)) continue
    details.set(outcome.caseId, detailsOf(outcome))
  }
  for (const { caseId, state } of asks) {
    if (caseId === null || state.fetchStatus === 'idle') continue
    const before = details.get(caseId)
    if (before?.status === 'failed') details.set(caseId, { ...before, retrying: true })
  }
  return details
}

/** What is known of a case that may be in the lists of two contacts: the better of what either has. */
export function detailsIn(
  caseId: string,
  first: ReadonlyMap<string, CaseDetails>,
  second: ReadonlyMap<string, CaseDetails>,
): CaseDetails {
  const [own = none, other = none] = [first.get(caseId), second.get(caseId)]
  if (other.status === 'known' && own.status !== 'known') return other
  return first.has(caseId) ? own : other
}

/**
 * The asks that nothing on screen rests on any more: of an earlier read of the list, where newer ones told all that
 * these did. What is left is bounded by the number of cases, however often they are read again.
 */
export function spentAsks(pages: readonly CasesPage[], asks: readonly DetailsAsk[]): readonly DetailsAsk[] {
  const batches = batchesOf(pages)
  const wanted = new Set(batches.flatMap((batch) => batch.caseIds))
  const needed = new Set<DetailsAsk>()
  for (const { ask, outcome, isDefinite } of toldBy(asks, batches).reverse()) {
    if (isDefinite && wanted.delete(outcome.caseId)) needed.add(ask)
  }
  const current = new Set(batches.map((batch) => batch.detailsToken))
  return asks.filter((ask) => !current.has(ask.detailsToken) && !needed.has(ask))
}

type Outcome = CaseOutcome | DetailsFailure

/** What one ask told of one case, and when. */
interface Told {
  readonly ask: DetailsAsk
  readonly at: number
  readonly outcome: Outcome
  /** Whether it says something of the case itself. A failure that may pass, or of the whole request, does not. */
  readonly isDefinite: boolean
}

/** Everything that was told, oldest first. */
function toldBy(asks: readonly DetailsAsk[], batches: readonly DetailsBatch[]): Told[] {
  const caseIdsOf = new Map(batches.map((batch) => [batch.detailsToken, batch.caseIds]))
  return asks
    .flatMap((ask) => {
      const caseIds = ask.caseId === null ? (caseIdsOf.get(ask.detailsToken) ?? []) : [ask.caseId]
      return [...answersOf(ask), ...failuresOf(ask, caseIds)]
    })
    .sort((a, b) => a.at - b.at)
}

function answersOf(ask: DetailsAsk): Told[] {
  const { data = [], dataUpdatedAt: at } = ask.state
  return data.map((outcome) => {
    return { ask, at, outcome, isDefinite: outcome.outcome === 'found' || !outcome.retryable }
  })
}

function failuresOf(ask: DetailsAsk, caseIds: readonly string[]): Told[] {
  const { error, errorUpdatedAt: at } = ask.state
  if (error === null) return []
  const { code, retryable } = error.problem
  return caseIds.map((caseId) => {
    return { ask, at, outcome: { outcome: 'failed', caseId, code, retryable }, isDefinite: false }
  })
}

// An outcome of an answer never changes: the row that shows it need not either.
const detailsOfOutcome = new WeakMap<Outcome, CaseDetails>()

function detailsOf(outcome: Outcome): CaseDetails {
  const before = detailsOfOutcome.get(outcome)
  if (before !== undefined) return before
  const details: CaseDetails =
    outcome.outcome === 'found' ? { status: 'known', found: outcome } : { status: 'failed', outcome, retrying: false }
  detailsOfOutcome.set(outcome, details)
  return details
}
