import fc from 'fast-check'
import {
  type Call,
  createScriptedBackend,
  details,
  failedCase,
  foundCase,
  page,
  problem,
  templates,
} from '../../cases/testing/scripted-backend.ts'

/** What happens to a request when its turn comes. */
export type Fate = 'answer' | 'partly' | 'drop' | 'throttle' | 'hold' | 'deny' | 'refuse' | 'garble' | 'expire'

export const fate: fc.Arbitrary<Fate> = fc.oneof(
  { weight: 8, arbitrary: fc.constant<Fate>('answer') },
  {
    weight: 3,
    arbitrary: fc.constantFrom<Fate>('partly', 'drop', 'throttle', 'hold', 'deny', 'refuse', 'garble', 'expire'),
  },
)

/** The title that this world gives a case. */
export function titleOf(caseId: string): string {
  return `About ${caseId}`
}

const worldCase = (caseId: string) =>
  foundCase(caseId, { title: titleOf(caseId), referenceNumber: caseId.slice(-1), updatedAt: '2026-11-24T09:00:00Z' })

/**
 * A backend that gives out cases in pages of three, each case named after its contact and the session it was asked in:
 * a row that outlives its agent gives itself away. Titles name their case, so a title on another row does too.
 */
export function createCasesWorld(counts: readonly number[], session: () => number) {
  // Expired cursors belong to an older edition of the list.
  let edition = 0
  let reads = 0
  const waiting: { call: Call; askedIn: number }[] = []
  const misuse: string[] = []

  const casesOf = (contactArn: string, askedIn: number): string[] => {
    const contact = contactArn.slice(contactArn.lastIndexOf('/') + 1)
    const count = counts[Number(contact.split('-')[1]) % counts.length] ?? 0
    // The last one is linked to every contact: merging two lists meets it twice.
    const numbered = Array.from({ length: count }, (_, index) => `${contact}/case-${index}`)
    return [...numbered, 'case-of-all'].map((caseId) => `session-${askedIn}/${caseId}`)
  }

  function pageFor(call: Call, askedIn: number): Response {
    if (call.route === 'templates') return templates('General')
    const contactArn = call.contactArn ?? ''
    const [owner, itsEdition, start] = call.nextToken?.split(' ') ?? [contactArn, `${edition}`, '0']
    if (owner !== contactArn) misuse.push(`${contactArn} was asked for with the token of ${owner}`)
    if (itsEdition !== `${edition}`) return problem('cursor_expired')
    const from = Number(start)
    const cases = casesOf(contactArn, askedIn)
    const next = from + 3 < cases.length ? `${contactArn} ${edition} ${from + 3}` : null
    reads += 1
    const detailsToken = JSON.stringify({ edition, reads, caseIds: cases.slice(from, from + 3) })
    return page(cases.slice(from, from + 3), next, { detailsToken })
  }

  function detailsFor(call: Call, itsFate: Fate): Response {
    const token: { edition: number; caseIds: string[] } = JSON.parse(call.detailsToken ?? '{}')
    const asked = call.caseIds ?? token.caseIds
    if (!asked.every((caseId) => token.caseIds.includes(caseId))) misuse.push(`${asked} is not of ${token.caseIds}`)
    if (token.edition !== edition) return problem('cursor_expired')
    const [first = '', ...others] = asked
    return itsFate === 'partly'
      ? details(failedCase(first, 'upstream_invalid'), ...others.map(worldCase))
      : details(...asked.map(worldCase))
  }

  function settle(call: Call, askedIn: number, itsFate: Fate) {
    if (itsFate === 'expire') edition += 1
    if (itsFate === 'drop') call.drop()
    else if (itsFate === 'throttle') call.answer(problem('throttled', { 'retry-after': '1' }))
    else if (itsFate === 'hold') call.answer(problem('upstream_unavailable', { 'retry-after': '20' }))
    else if (itsFate === 'deny') call.answer(problem('upstream_denied'))
    else if (itsFate === 'refuse') call.answer(problem('contact_not_yours'))
    else if (itsFate === 'garble') call.answer(new Response('<html>'))
    else if (call.route === 'case-details') call.answer(detailsFor(call, itsFate))
    else call.answer(pageFor(call, askedIn))
  }

  const { client } = createScriptedBackend((call) => waiting.push({ call, askedIn: session() }))
  return {
    client,
    /** All cases linked to a contact, as this session is told. */
    casesOf: (contactArn: string) => casesOf(contactArn, session()),
    /** Requests that were sent to the wrong list; there are never any. */
    misuse,
    pending: () => waiting.length,
    /** Settles one of the waiting requests; to one that was aborted the answer comes too late. */
    settleOne(at: number, itsFate: Fate) {
      const [next] = waiting.splice(at % Math.max(1, waiting.length), 1)
      if (next !== undefined) settle(next.call, next.askedIn, itsFate)
    },
  }
}

export type CasesWorld = ReturnType<typeof createCasesWorld>
