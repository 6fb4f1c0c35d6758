import { expect, test } from 'vitest'
import { fail, succeed } from './result.ts'
import { createSearchRefusals } from './search-refusals.ts'
import type { Store } from './store/store.ts'

/** A store that holds keys, as far as it is there. */
function holding() {
  const keys = new Set<string>()
  const place = { isHere: true }
  const store: Store = {
    async run(script, [key = '']) {
      if (!place.isHere) return fail('away')
      if (script.includes('SET')) keys.add(key)
      return succeed(keys.has(key) ? 1 : 0)
    },
    whyAway: () => '',
    close() {},
  }
  return { store, place }
}

test('what a domain refused one instance is known to all, and stays known while the store is away', async () => {
  const { store, place } = holding()
  const [one, other, third] = [createSearchRefusals(store), createSearchRefusals(store), createSearchRefusals(store)]
  one.add('domain')
  expect(await Promise.all([other.has('domain'), other.has('another')])).toEqual([true, false])
  place.isHere = false
  expect(await Promise.all([one.has('domain'), other.has('domain'), third.has('domain')])).toEqual([true, true, false])
})
