import { expect, test } from 'vitest'
import { askerOf } from '../../test/support/asker.ts'
import type { CasesGateway } from './cases-gateway.ts'
import { accountQuotas } from './quota/account-quotas.ts'
import { createSchedules } from './quota/schedules.ts'
import { createCaseReader } from './read-cases.ts'
import { fail, succeed } from './result.ts'
import { createSearchRefusals } from './search-refusals.ts'
import { createTestClock } from './testing/test-clock.ts'
import type { UpstreamCode, UpstreamProblem } from './upstream-problem.ts'

const asker = askerOf(new AbortController().signal)
const problem = (code: UpstreamCode): UpstreamProblem => ({ code, reason: code, passing: false })
const titled = (title: string) => new Map([['title', title]])
const question = (...caseIds: string[]) => ({ domainId: 'domain', caseIds, fieldIds: ['title'] })

interface Script {
  /** The cases that the search finds, or why it fails. */
  readonly search: readonly string[] | UpstreamCode
  /** Why GetCase fails, by case. */
  readonly failing?: Readonly<Record<string, UpstreamCode>>
}

/** A reader over a service that finds and knows cases as the script says, and what was asked of it. */
function reading({ search, failing = {} }: Script) {
  const searched: string[][] = []
  const got: string[] = []
  let refusals = 0
  const gateway: Pick<CasesGateway, 'searchCases' | 'getCase'> = {
    async searchCases({ caseIds }) {
      searched.push([...caseIds])
      if (typeof search === 'string') return fail(problem(search))
      return succeed(search.map((caseId) => ({ caseId, fields: titled('searched') })))
    },
    async getCase({ caseId }) {
      got.push(caseId)
      const code = failing[caseId]
      return code === undefined ? succeed(titled('got')) : fail(problem(code))
    },
  }
  const onSearchRefused = () => {
    refusals += 1
  }
  return {
    searched,
    got,
    refusals: () => refusals,
    read: createCaseReader({ refusals: createSearchRefusals(), gateway, onSearchRefused }),
  }
}

/** What was read, in short: a title or a code for each case. */
async function outcomes(answer: ReturnType<ReturnType<typeof createCaseReader>>) {
  const readings = await answer
  if (!readings.ok) return readings.problem.code
  return readings.value.map(({ caseId, values }) => [
    caseId,
    values.ok ? values.value.get('title') : values.problem.code,
  ])
}

test('a page is read with one search, in its order and not in that of the search', async () => {
  const { read, searched, got } = reading({ search: ['b', 'a'] })
  expect(await outcomes(read(question('a', 'b'), asker))).toEqual([
    ['a', 'searched'],
    ['b', 'searched'],
  ])
  expect([searched, got]).toEqual([[['a', 'b']], []])
})

test('a case that the search does not find is asked for by itself', async () => {
  const { read, got } = reading({ search: ['a', 'c'], failing: { d: 'not_found' } })
  expect(await outcomes(read(question('a', 'b', 'c', 'd'), asker))).toEqual([
    ['a', 'searched'],
    ['b', 'got'],
    ['c', 'searched'],
    ['d', 'not_found'],
  ])
  expect(got).toEqual(['b', 'd'])
})

test('a case that nobody asked for is not answered, and one that is found twice is answered once', async () => {
  const { read } = reading({ search: ['a', 'stranger', 'a'] })
  expect(await outcomes(read(question('a'), asker))).toEqual([['a', 'searched']])
})

test('a domain that takes no search by id is asked to search once, and for each case from then on', async () => {
  const { read, searched, got, refusals } = reading({ search: 'invalid_request' })
  expect(await outcomes(read(question('a', 'b'), asker))).toEqual([
    ['a', 'got'],
    ['b', 'got'],
  ])
  await read(question('c'), asker)
  expect([searched, got, refusals()]).toEqual([[['a', 'b']], ['a', 'b', 'c'], 1])
  await read({ ...question('d'), domainId: 'another' }, asker)
  expect(searched).toHaveLength(2)
})

test.each<UpstreamCode>([
  'throttled',
  'not_found',
  'upstream_denied',
  'upstream_failed',
  'upstream_invalid',
  'upstream_unavailable',
  'upstream_timeout',
])('a search that fails as a whole is the answer, and no case is asked for: %s', async (code) => {
  const { read, searched, got } = reading({ search: code })
  expect(await outcomes(read(question('a', 'b'), asker))).toBe(code)
  await read(question('a'), asker)
  expect([searched.length, got]).toEqual([2, []])
})

/** A reader over a domain that takes no search, on the account's quota of GetCase; every call is answered at once. */
function readingOneByOne() {
  const { clock, pass } = createTestClock()
  const takeTurn = createSchedules(accountQuotas, clock)
  const left: string[] = []
  const getCase: CasesGateway['getCase'] = async ({ caseId }, each) => {
    const turn = await takeTurn('GetCase', each)
    if (turn.kind !== 'go') return fail(problem('throttled'))
    left.push(caseId)
    turn.slot.done()
    return succeed(titled('got'))
  }
  const searchCases = async () => fail(problem('invalid_request'))
  const read = createCaseReader({
    refusals: createSearchRefusals(),
    gateway: { getCase, searchCases },
    onSearchRefused: () => undefined,
  })
  const askerUntil = (startBy: number, urgency: 1 | 4 = 4) =>
    askerOf(new AbortController().signal, { startBy, urgency })
  return { pass, left, read, askerUntil }
}

const pageOf = (name: string) => question(...Array.from({ length: 10 }, (_, n) => `${name}${n}`))

test('a page read case by case lets what is more urgent go between its cases', async () => {
  const { pass, left, read, askerUntil } = readingOneByOne()
  const pages = [read(pageOf('a'), askerUntil(4_000)), read(pageOf('b'), askerUntil(4_000))]
  await pass(100)
  const urgent = read(question('urgent'), askerUntil(4_000, 1))
  await pass(10_000)
  await Promise.all([...pages, urgent])
  // The burst of ten is gone at once; of the next calls, one each 250 ms, the first is the urgent one's.
  expect(left.slice(9, 12)).toEqual(['a9', 'urgent', 'b0'])
  expect(left).toHaveLength(21)
})

test('of pages that come too late no case is called in vain, and each is told', async () => {
  const { pass, left, read, askerUntil } = readingOneByOne()
  const pages = ['a', 'b', 'c'].map((name) => outcomes(read(pageOf(name), askerUntil(1_000))))
  await pass(10_000)
  const told = (await Promise.all(pages)).flat()
  expect(told.filter(([, code]) => code === 'throttled')).toHaveLength(16)
  expect(left).toEqual([...pageOf('a').caseIds, ...pageOf('b').caseIds.slice(0, 4)])
})
