/** Numbers from 0 to 1 that look random and are the same for the same seed (mulberry32). */
export function createRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** One of the items, the likelier the greater its weight. */
export function pickWeighted<Item extends { readonly weight: number }>(items: readonly Item[], random: number): Item {
  const total = items.reduce((sum, { weight }) => sum + weight, 0)
  let left = random * total
  const picked = items.find(({ weight }) => {
    left -= weight
    return left < 0
  })
  const [first] = items
  if (!first) throw new Error('There is nothing to pick from.')
  return picked ?? first
}
