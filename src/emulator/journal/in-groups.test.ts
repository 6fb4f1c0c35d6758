import { expect, test } from 'vitest'
import { inGroups } from './in-groups.ts'

test('what arrives during a write is written together, after it and in order', async () => {
  const writes = scriptedWrites()
  const write = inGroups(writes.write)
  const first = write('a')
  await writes.started(1)
  const others = Promise.all([write('b'), write('c')])
  expect(writes.groups).toEqual([['a']])
  writes.finish()
  await first
  await writes.started(2)
  expect(writes.groups).toEqual([['a'], ['b', 'c']])
  writes.finish()
  await others
})

test('nobody hears of success before the write has ended', async () => {
  const writes = scriptedWrites()
  let done = false
  const writing = inGroups(writes.write)('a').then(() => {
    done = true
  })
  await writes.started(1)
  expect(done).toBe(false)
  writes.finish()
  await writing
  expect(done).toBe(true)
})

test('after a failed write everything fails', async () => {
  let writes = 0
  const write = inGroups(async () => {
    writes += 1
    throw new Error('disk full')
  })
  await expect(write('a')).rejects.toThrow('disk full')
  await expect(write('b')).rejects.toThrow('disk full')
  expect(writes).toBe(1)
})

/** Writes that end when the test says so. */
function scriptedWrites() {
  const groups: (readonly string[])[] = []
  let end = () => {}
  return {
    groups,
    write: (items: readonly string[]) => {
      groups.push(items)
      return new Promise<void>((resolve) => {
        end = resolve
      })
    },
    finish: () => end(),
    started: (count: number) => expect.poll(() => groups.length, { interval: 1 }).toBe(count),
  }
}
