import { expect, test } from 'vitest'
import { openLedger } from './ledger.ts'
import { countingMs, enter, type Visitor } from './seats.ts'

/** A ledger, and visits to it at times of its clock. */
function visiting(run = 'run-1') {
  const ledger = openLedger(null, run, 0)
  return {
    ledger,
    visit(now: number, id: string, known: Omit<Visitor, 'id'> = { seat: null, tables: [] }) {
      enter(ledger, { id, ...known }, now)
      return { seat: ledger.members[id]?.seat, tables: [...ledger.tables] }
    },
  }
}

test('the first wait for each other, and then each has a seat', () => {
  const { visit } = visiting()
  expect(visit(0, 'a')).toEqual({ seat: null, tables: [] })
  expect(visit(100, 'b')).toEqual({ seat: null, tables: [] })
  for (const [at, id] of ['a', 'b', 'a', 'b', 'a', 'b'].entries()) visit(500 + at * 400, id)
  expect(visit(countingMs, 'a')).toEqual({ seat: 0, tables: [2] })
  expect(visit(countingMs + 1, 'b')).toEqual({ seat: 1, tables: [2] })
})

test('a newcomer has a seat only when everybody has said to know of both numbers', () => {
  const { visit } = visiting()
  const [first, second] = [
    { seat: 0, tables: [1] },
    { seat: 0, tables: [1, 2] },
  ]
  visit(0, 'a')
  for (let now = 500; now <= countingMs; now += 500) visit(now, 'a')
  expect(visit(3_100, 'b')).toEqual({ seat: null, tables: [1, 2] })
  expect(visit(3_200, 'a', first)).toEqual({ seat: 0, tables: [1, 2] })
  expect(visit(3_300, 'b')).toEqual({ seat: null, tables: [1, 2] })
  expect(visit(3_400, 'a', second)).toEqual({ seat: 0, tables: [2] })
  expect(visit(3_500, 'b')).toEqual({ seat: 1, tables: [2] })
})

test('a store that has forgotten keeps the seats of all that were there, until the last is back', () => {
  const { visit, ledger } = visiting('run-2')
  const tables = [3]
  expect(visit(0, 'b', { seat: 1, tables })).toEqual({ seat: 1, tables })
  expect(ledger.apartSince).toBe(0)
  visit(100, 'a', { seat: 0, tables })
  visit(200, 'd') // it takes nobody's seat
  expect([ledger.members['d']?.seat, Object.keys(ledger.reserved), ledger.apartSince]).toEqual([null, ['2'], 0])
  visit(300, 'c', { seat: 2, tables })
  expect([ledger.reserved, ledger.apartSince, ledger.wholeSince]).toEqual([{}, null, 300])
})

test('who is silent is cut off until it is back, or forgotten after five minutes', () => {
  const { visit, ledger } = visiting('run-3')
  const [a, b] = [
    { seat: 0, tables: [2] },
    { seat: 1, tables: [2] },
  ]
  visit(0, 'a', a)
  visit(10, 'b', b)
  visit(749, 'a', a)
  expect(ledger.apartSince).toBeNull()
  visit(1_000, 'a', a)
  expect(ledger.apartSince).toBe(760)
  visit(1_100, 'b', b)
  expect([ledger.apartSince, ledger.wholeSince]).toEqual([null, 1_100])
  for (let now = 1_500; now < 302_000; now += 500) visit(now, 'a', a)
  expect([ledger.apartSince, Object.keys(ledger.members)]).toEqual([null, ['a']])
})
