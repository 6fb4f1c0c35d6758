import { expect, test } from 'vitest'
import type { CasesView } from '../../cases/cases-view.ts'
import { en } from '../../locales/en.ts'
import { createWords } from '../../locales/words.ts'
import { countText, filteredText } from './count-text.ts'

const words = createWords('en', en)

function rows(count: number, more: Partial<Extract<CasesView, { status: 'rows' }>> = {}): CasesView {
  const cases = Array.from({ length: count }, (_, index) => ({
    kind: 'case' as const,
    caseId: `case-${index}`,
    templateId: 'general',
    linkedTo: 'this' as const,
    details: { status: 'none' as const },
  }))
  const refresh = { status: 'idle' } as const
  return { status: 'rows', cases, hasNext: false, more: { status: 'none' }, refresh, readAt: 0, ...more }
}

test('a complete list is counted as it is', () => {
  expect(countText(words, rows(1))).toBe('1 case')
  expect(countText(words, rows(11))).toBe('11 cases')
  expect(countText(words, { status: 'empty', readAt: 0, refresh: { status: 'idle' } })).toBe('0 cases')
})

test('a list that goes on says so', () => {
  expect(countText(words, rows(10, { hasNext: true, more: { status: 'offered' } }))).toBe(
    '10 cases loaded, there are more',
  )
})

test('while another list is being read, the count is of what is loaded', () => {
  expect(countText(words, rows(10, { more: { status: 'loading' } }))).toBe('10 cases loaded')
})

test('nothing is counted before it is read', () => {
  expect(countText(words, { status: 'loading' })).toBe('')
})

test('a filter says of how many it speaks, and whether more can be loaded', () => {
  expect(filteredText(words, 3, rows(20))).toBe('3 of the 20 loaded')
  expect(filteredText(words, 3, rows(20, { hasNext: true }))).toBe('3 of the 20 loaded; more can be loaded')
  expect(filteredText(words, 0, { status: 'loading' })).toBe('')
})
