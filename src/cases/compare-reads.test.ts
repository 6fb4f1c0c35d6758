import { expect, test } from 'vitest'
import { toCaseRows } from './case-rows.ts'
import { compareReads } from './compare-reads.ts'
import { pageOf } from './testing/pages.ts'

const rows = (thisIds: readonly string[], initialIds: readonly string[] = []) =>
  toCaseRows([pageOf(thisIds)], [pageOf(initialIds)])

test.each([
  ['the same cases', rows(['a', 'b']), rows(['b', 'a']), [], 0],
  ['a new case', rows(['a']), rows(['b', 'a']), ['b'], 0],
  ['cases that left', rows(['a', 'b', 'c']), rows(['b']), [], 2],
  ['both', rows(['a']), rows(['b', 'c']), ['b', 'c'], 1],
  ['a case that is now linked to this contact too', rows([], ['a']), rows(['a'], ['a']), [], 0],
  ['nothing before', rows([]), rows(['a']), ['a'], 0],
])('%s', (_, before, after, appeared, vanished) => {
  expect(compareReads(before, after)).toEqual({ appeared: new Set(appeared), vanished })
})
