import { expect, test } from 'vitest'
import { createFaultPlan } from './fault-plan.ts'

test('a fault strikes every call of every operation, unless it says otherwise', () => {
  const plan = createFaultPlan()
  expect(plan.next('GetCase')).toBeNull()
  plan.add({ kind: 'hang' })
  expect([plan.next('GetCase'), plan.next('ListDomains')]).toEqual([{ kind: 'hang' }, { kind: 'hang' }])
  plan.clear()
  expect(plan.next('GetCase')).toBeNull()
})

test.each([
  ['the n-th call', { call: 3 }, '..x..'],
  ['the first calls', { first: 2 }, 'xx...'],
  ['no call', { share: 0 }, '.....'],
  ['all calls', { share: 1 }, 'xxxxx'],
])('a fault strikes %s of its operation', (_, when, expected) => {
  const plan = createFaultPlan()
  plan.add({ kind: 'serverError', operation: 'GetCase', when })
  expect(plan.next('ListDomains')).toBeNull() // is not counted
  const struck = Array.from({ length: 5 }, () => (plan.next('GetCase') === null ? '.' : 'x'))
  expect(struck.join('')).toBe(expected)
})

test('a share of calls is about that share, and the same ones for the same seed', () => {
  const struck = (seed: number) => {
    const plan = createFaultPlan()
    plan.add({ kind: 'reset', when: { share: 0.3, seed } })
    return Array.from({ length: 1_000 }, () => plan.next('GetCase') !== null)
  }
  expect(struck(5).filter(Boolean).length / 1_000).toBeCloseTo(0.3, 1)
  expect(struck(5)).toEqual(struck(5))
  expect(struck(6)).not.toEqual(struck(5))
})

test('the fault that was added first strikes, and the others count the call', () => {
  const plan = createFaultPlan()
  plan.add({ kind: 'hang', when: { first: 1 } })
  plan.add({ kind: 'drip', when: { call: 2 } })
  expect([1, 2, 3].map(() => plan.next('GetCase')?.kind)).toEqual(['hang', 'drip', undefined])
})

test('what a fault leaves out has its usual value', () => {
  const plan = createFaultPlan()
  plan.add({ kind: 'hugeBody' })
  plan.add({ kind: 'tooMany', when: { share: 0.5 } })
  expect(plan.list).toEqual([
    { kind: 'hugeBody', bytes: 105_000_000 },
    { kind: 'tooMany', count: 11, when: { share: 0.5, seed: 1 } },
  ])
})

test('a fault of an operation there is not is refused', () => {
  expect(() => createFaultPlan().add({ kind: 'hang', operation: 'GetCas' })).toThrow('"GetCas" is not an operation')
})
