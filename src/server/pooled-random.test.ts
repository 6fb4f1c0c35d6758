import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { createPooledRandom } from './pooled-random.ts'

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')

test('no byte is given twice, and what was given stays as it is', () => {
  let fetched = ''
  const random = createPooledRandom((size) => {
    const bytes = randomBytes(size)
    fetched += hex(bytes)
    return bytes
  })
  const given = Array.from({ length: 1_000 }, () => random(12))
  const copies = given.map(hex)
  expect(new Set(copies).size).toBe(1_000)
  // Each in its place, one after the other: none shares bytes with another.
  const places = copies.map((copy) => fetched.indexOf(copy) / 2)
  const gaps = places.slice(1).map((place, n) => place - (places[n] ?? 0))
  expect(Math.min(...gaps)).toBe(12)
  expect(given.map(hex)).toEqual(copies)
})

test('the kernel is asked seldom, and for as many bytes as are wanted', () => {
  const sizes: number[] = []
  const random = createPooledRandom((size) => {
    sizes.push(size)
    return randomBytes(size)
  })
  for (let n = 0; n < 341; n += 1) random(12) // 4,092 bytes
  expect(sizes).toEqual([4_096])
  expect(random(5_000)).toHaveLength(5_000)
  expect(sizes).toEqual([4_096, 5_000])
})
