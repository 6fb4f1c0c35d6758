import fc from 'fast-check'
import { type Fate, fate } from './cases-world.ts'
import { type DeskMove, deskMove } from './desk-moves.ts'

/** One step of a story: something happens on the desk, to a request, to the clock, or the agent presses "Load more". */
export type Step =
  | { readonly kind: 'desk'; readonly move: DeskMove }
  | { readonly kind: 'settle'; readonly at: number; readonly fate: Fate }
  | { readonly kind: 'press' }
  | { readonly kind: 'wait'; readonly ms: number }

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('desk' as const), move: deskMove }) },
  { weight: 7, arbitrary: fc.record({ kind: fc.constant('settle' as const), at: fc.nat(7), fate }) },
  { weight: 3, arbitrary: fc.constant<Step>({ kind: 'press' }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('wait' as const), ms: fc.constantFrom(1, 1_500, 90_000) }) },
)

/** How many cases contacts have, and everything that happens, in order. */
export interface Story {
  readonly counts: readonly number[]
  readonly steps: readonly Step[]
}

export const story = (maxLength: number): fc.Arbitrary<Story> =>
  fc.record({
    counts: fc.array(fc.nat(9), { minLength: 1, maxLength: 4 }),
    // Without bias: fast-check prefers short arrays, and nothing much is on screen early in a story.
    steps: fc.noBias(fc.array(step, { maxLength, size: 'max' })),
  })
