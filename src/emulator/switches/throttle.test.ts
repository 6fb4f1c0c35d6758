import { expect, test } from 'vitest'
import { connectOperations } from '../connect/table.ts'
import { operations } from '../operations/table.ts'
import { accountQuotas } from './account-quotas.ts'
import { createThrottle } from './throttle.ts'

test('a quota lets a burst through, and then its rate', () => {
  const { admitted, wait } = throttled('on')
  expect(admitted('GetCase', 20)).toBe(10)
  wait(1_000)
  expect(admitted('GetCase', 20)).toBe(4)
  wait(249)
  expect(admitted('GetCase', 20)).toBe(0)
  wait(1)
  expect(admitted('GetCase', 20)).toBe(1)
})

test('a pause gives back the burst and no more', () => {
  const { admitted, wait } = throttled('on')
  expect(admitted('ListCasesForContact', 5)).toBe(2)
  wait(3_600_000)
  expect(admitted('ListCasesForContact', 5)).toBe(2)
})

test('operations do not share their quotas', () => {
  const { admitted } = throttled('on')
  expect(admitted('UpdateCase', 5)).toBe(2)
  expect(admitted('ListCasesForContact', 5)).toBe(2)
})

test('an operation whose quota is not published has none', () => {
  expect(throttled('on').admitted('SearchAllRelatedItems', 1_000)).toBe(1_000)
})

test('without quotas everything is let through', () => {
  expect(throttled('off').admitted('ListCasesForContact', 1_000)).toBe(1_000)
})

test('a quota of its own leaves the other operations theirs', () => {
  const { admitted } = throttled({ GetCase: { rate: 1, burst: 3 }, ListCasesForContact: 'off' })
  expect(admitted('GetCase', 5)).toBe(3)
  expect(admitted('ListCasesForContact', 1_000)).toBe(1_000)
  expect(admitted('UpdateCase', 5)).toBe(2)
})

test('every published quota is of an operation there is', () => {
  const names = [...operations, ...connectOperations].map(({ name }) => name)
  expect(names).toEqual(expect.arrayContaining(Object.keys(accountQuotas)))
})

function throttled(quotas: Parameters<typeof createThrottle>[0]) {
  let now = 0
  const admits = createThrottle(quotas, () => now)
  return {
    admitted: (operation: string, calls: number) =>
      Array.from({ length: calls }, () => admits(operation)).filter(Boolean).length,
    wait(ms: number) {
      now += ms
    },
  }
}
