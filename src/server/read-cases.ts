import { setMaxListeners } from 'node:events'
import type { Asker } from './asker.ts'
import type { CasesGateway, SearchQuestion, Upstream } from './cases-gateway.ts'
import type { FieldValues } from './field-value.ts'
import { type Result, succeed } from './result.ts'
import type { SearchRefusals } from './search-refusals.ts'
import type { FoundCase } from './upstream-answer.ts'
import type { UpstreamProblem } from './upstream-problem.ts'

/** What could be read of one case. */
export interface CaseReading {
  readonly caseId: string
  readonly values: Result<FieldValues, UpstreamProblem>
}

// The ten cases of a page, and what is asked beside them: Node 20 takes more than ten for a leak.
const mostListeners = 20

interface ReadCasesDeps {
  readonly refusals: SearchRefusals
  readonly gateway: Pick<CasesGateway, 'searchCases' | 'getCase'>
  /** A domain does not let cases be searched by their id, and is not asked to again. */
  readonly onSearchRefused: () => void
}

/**
 * Reads a page of cases: all with one search and, one by one, those it does not find. The search's index is eventually
 * consistent, so it may not know a new case yet. Where the search as a whole fails, nothing else is asked. The cases of a
 * page wait for their turns all at once: the schedule lets the more urgent of other pages go between them, and tells
 * those that would come too late without a call.
 */
export function createCaseReader({ refusals, gateway, onSearchRefused }: ReadCasesDeps) {
  const search = async (question: SearchQuestion, asker: Asker): Upstream<readonly FoundCase[]> => {
    // Whether the service takes a filter on `case_id` is undocumented.
    if (await refusals.has(question.domainId)) return succeed([])
    const found = await gateway.searchCases(question, asker)
    if (found.ok || found.problem.code !== 'invalid_request') return found
    refusals.add(question.domainId)
    onSearchRefused()
    return succeed([])
  }

  return async (question: SearchQuestion, asker: Asker): Upstream<readonly CaseReading[]> => {
    setMaxListeners(mostListeners, asker.signal)
    const found = await search(question, asker)
    if (!found.ok) return found
    const valuesById = new Map(found.value.map(({ caseId, fields }) => [caseId, fields]))
    const { domainId, fieldIds } = question
    const read = async (caseId: string): Promise<CaseReading> => {
      const values = valuesById.get(caseId)
      if (values !== undefined) return { caseId, values: succeed(values) }
      return { caseId, values: await gateway.getCase({ domainId, caseId, fieldIds }, asker) }
    }
    return succeed(await Promise.all(question.caseIds.map(read)))
  }
}
