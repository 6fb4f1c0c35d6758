import { expect, test } from 'vitest'
import { askerOf } from '../../test/support/asker.ts'
import type { CasesGateway } from './cases-gateway.ts'
import { createCaseReader } from './read-cases.ts'
import { fail, succeed } from './result.ts'
import { createSearchRefusals } from './search-refusals.ts'
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

test('after the first throttled case no other is asked for: all that wait are throttled', async () => {
  const { read, got } = reading({ search: [], failing: { a: 'throttled' } })
  expect(await outcomes(read(question('a', 'b', 'c', 'd', 'e', 'f'), asker))).toEqual([
    ['a', 'throttled'],
    ...['b', 'c', 'd'].map((caseId) => [caseId, 'got']), // were under way
    ...['e', 'f'].map((caseId) => [caseId, 'throttled']),
  ])
  expect(got).toEqual(['a', 'b', 'c', 'd'])
})

test('four cases are asked for at once, and each that is answered makes room for the next', async () => {
  const underWay: (() => void)[] = []
  const getCase: CasesGateway['getCase'] = () =>
    new Promise((resolve) => underWay.push(() => resolve(succeed(titled('got')))))
  const read = createCaseReader({
    refusals: createSearchRefusals(),
    gateway: { getCase, searchCases: async () => succeed([]) },
    onSearchRefused: () => undefined,
  })
  const answer = outcomes(read(question('a', 'b', 'c', 'd', 'e', 'f'), asker))
  await expect.poll(() => underWay.length).toBe(4)
  underWay[2]?.()
  await expect.poll(() => underWay.length).toBe(5)
  for (const finish of underWay) finish()
  await expect.poll(() => underWay.length).toBe(6)
  underWay[5]?.()
  expect(await answer).toHaveLength(6)
})
