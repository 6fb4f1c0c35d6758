import fc from 'fast-check'
import { type Story, story } from '../../../src/panel/testing/story.ts'
import { tellStory } from '../../../src/panel/testing/tell-story.ts'
import type { VirtualClock } from './virtual-clock.ts'

/** What came of some stories. */
export interface StoriesTold {
  readonly stories: number
  /** Of these stories; where one went wrong, those up to there. */
  readonly steps: number
  readonly counterexample: Counterexample | null
}

/** The shortest story that was found to go wrong, and how. */
export interface Counterexample {
  readonly seed: number
  readonly fault: string
  readonly story: Story
}

const longest = 200

// Shorter stories are tried in the place of one that goes wrong, no more than this many: the last are much alike.
const mostRetold = 500

export type Teller = (one: Story) => Promise<void>

/** Tells stories, each in a fresh world; of one that goes wrong, looks for the shortest like it. */
export async function runStories(tell: Teller, seed: number, count: number): Promise<StoriesTold> {
  let [stories, steps] = [0, 0]
  let retold: number | null = null
  const told = fc.asyncProperty(story(longest), async (one) => {
    if (retold !== null && ++retold > mostRetold) return
    if (retold === null) {
      stories += 1
      steps += one.steps.length
    }
    try {
      await tell(one)
    } catch (fault) {
      retold ??= 0
      throw fault
    }
  })
  const { counterexample, errorInstance } = await fc.check(told, { seed, numRuns: count })
  const [shortest] = counterexample ?? []
  return {
    stories,
    steps,
    counterexample: shortest === undefined ? null : { seed, fault: inWords(errorInstance), story: shortest },
  }
}

/** Tells one story; a promise that is rejected meanwhile and that nobody looks at is a fault of it. */
export function createTeller(clock: VirtualClock): Teller {
  const rejections: unknown[] = []
  process.on('unhandledRejection', (reason) => void rejections.push(reason))
  return async (one) => {
    try {
      await tellStory(one, clock.advance)
      const [cause] = rejections
      if (cause !== undefined) throw new Error('A promise was rejected, and nobody looked.', { cause })
    } finally {
      rejections.length = 0
      clock.clear()
    }
  }
}

function inWords(fault: unknown): string {
  if (!(fault instanceof Error)) return String(fault)
  return fault.cause === undefined ? fault.message : `${fault.message} ${inWords(fault.cause)}`
}
