import fc from 'fast-check'
import type { ListOptions } from '../../cases/list-options.ts'
import { type Fate, fate } from './cases-world.ts'
import { type DeskMove, deskMove } from './desk-moves.ts'

/** A single key, as the panel's shortcuts and its list know them. */
const keys = [
  'ArrowDown',
  'ArrowUp',
  'ArrowLeft',
  'ArrowRight',
  'End',
  'Home',
  '/',
  'Escape',
  'm',
  'r',
  'a',
  'Enter',
] as const

/** One step of a story: something happens on the desk, to a request, to the clock, or the agent does something. */
export type Step =
  | { readonly kind: 'desk'; readonly move: DeskMove }
  | { readonly kind: 'settle'; readonly at: number; readonly fate: Fate }
  /** "Load more", or "Try again". */
  | { readonly kind: 'press' | 'refresh' }
  /** The details of a case are asked for again; another contact is chosen in the panel, or the desk followed again. */
  | { readonly kind: 'retry' | 'choose' | 'pin'; readonly at: number }
  | { readonly kind: 'key'; readonly key: (typeof keys)[number] }
  | { readonly kind: 'visibility'; readonly shown: boolean }
  | { readonly kind: 'options'; readonly options: ListOptions }
  | { readonly kind: 'wait'; readonly ms: number }

const options: fc.Arbitrary<ListOptions> = fc.record({
  grouped: fc.boolean(),
  order: fc.constantFrom('listed', 'updated', 'status', 'reference'),
  filter: fc.constantFrom('', '', 'about', 'case-1', 'nothing'),
  collapsed: fc.constantFrom(new Set<string>(), new Set(['general'])),
})

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('desk' as const), move: deskMove }) },
  { weight: 9, arbitrary: fc.record({ kind: fc.constant('settle' as const), at: fc.nat(7), fate }) },
  { weight: 3, arbitrary: fc.constantFrom<Step>({ kind: 'press' }, { kind: 'press' }, { kind: 'refresh' }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('retry', 'choose', 'pin'), at: fc.nat(5) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('key' as const), key: fc.constantFrom(...keys) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('visibility' as const), shown: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('options' as const), options }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('wait' as const), ms: fc.constantFrom(1, 1_500, 90_000) }) },
)

/** How many cases contacts have, everything that happens, in order, and how all that is asked then is answered. */
export interface Story {
  readonly counts: readonly number[]
  readonly steps: readonly Step[]
  readonly last: Fate
}

/** A desk as agents know it: two contacts, one of them viewed, with rows on screen. */
const opening: readonly Step[] = [
  { kind: 'desk', move: { kind: 'ring', at: 0 } },
  { kind: 'settle', at: 0, fate: 'answer' },
  { kind: 'settle', at: 0, fate: 'answer' },
  { kind: 'settle', at: 0, fate: 'answer' },
  { kind: 'desk', move: { kind: 'ring', at: 0 } },
  { kind: 'desk', move: { kind: 'view', at: 0 } },
]

export const story = (maxLength: number): fc.Arbitrary<Story> =>
  fc.record({
    counts: fc.array(fc.nat(9), { minLength: 1, maxLength: 4 }),
    // Without bias: fast-check prefers short arrays, and nothing much is on screen early in a story.
    steps: fc
      .tuple(fc.constantFrom(opening, []), fc.noBias(fc.array(step, { maxLength, size: 'max' })))
      .map(([first, rest]) => [...first, ...rest]),
    last: fate,
  })
