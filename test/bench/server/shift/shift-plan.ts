import { createRandom } from '../../../../src/simulator/desk/random.ts'
import { caseCount, longestRingMs, missedShare, shortestRingMs, transferredShare } from '../../contact-mix.ts'

/** One contact from its first ring to the end of its after-call work; times are milliseconds. */
export interface PlannedContact {
  readonly contactId: string
  /** When it rings, from the beginning of the shift. */
  readonly at: number
  readonly ringMs: number
  /** Whoever it rings at first misses it, and it rings at another agent. */
  readonly isMissed: boolean
  readonly talkMs: number
  readonly afterCallMs: number
  /** The id that the contact gets at another agent, where it is transferred. */
  readonly transferredAs: string | null
  /** When a supervisor opens the same contact, from the first ring; null: nobody does. */
  readonly supervisedAfterMs: number | null
  /** When the agent presses "load more", again and again, or "refresh", from the moment they accept; null: never. */
  readonly loadsMoreAfterMs: number | null
  readonly refreshesAfterMs: number | null
  readonly caseCount: number
}

/**
 * How often an agent gets a contact, with all that is between two: after-call work, waiting, breaks, meetings. A service
 * call is 6:21 minutes of talk, and agents of the sector that talks most do so for 38 minutes of an hour, which makes a
 * call in ten minutes; elsewhere there are fewer (ContactBabel, "U.S. Contact Center HR and Operational Benchmarking
 * Report" of 2014, in destinationcrm.com's "Call Handling Time Continues to Rise"). Chats of 11:55 minutes (Comm100,
 * "Live Chat Benchmark Report 2020"), two at a time, come no more often.
 */
export const usualSeconds = 600

export interface ShiftSettings {
  readonly agents: number
  readonly contactEverySeconds: number
  readonly minutes: number
  readonly seed: number
}

/** Longer than a verdict is kept, so that after-call work costs what it costs in a real shift. */
const shortestTalkMs = 62_000
export const longestTalkMs = 75_000

/** Contacts come as a Poisson process: independent of each other, at a constant rate. */
export function planShift({ agents, contactEverySeconds, minutes, seed }: ShiftSettings): readonly PlannedContact[] {
  const random = createRandom(seed)
  const between = (from: number, to: number) => Math.round(from + random() * (to - from))
  const perhaps = (share: number, value: () => number) => (random() < share ? value() : null)
  // Who takes over a transferred contact gets one too.
  const meanGapMs = (contactEverySeconds * 1_000 * (1 + transferredShare)) / agents
  const planned: PlannedContact[] = []
  for (let at = gap(); at < minutes * 60_000; at += gap()) planned.push(contact(at))
  return planned

  function gap(): number {
    return -Math.log(1 - random()) * meanGapMs
  }

  function contact(at: number): PlannedContact {
    const contactId = `contact-${planned.length}`
    return {
      contactId,
      at,
      ringMs: between(shortestRingMs, longestRingMs),
      isMissed: random() < missedShare,
      // Shorter than calls are: what loads the server is how many begin, ring and end in a minute, not how long they last.
      talkMs: between(shortestTalkMs, longestTalkMs),
      afterCallMs: between(5_000, 10_000),
      transferredAs: random() < transferredShare ? `${contactId}-transferred` : null,
      supervisedAfterMs: perhaps(0.05, () => between(500, 2_500)),
      loadsMoreAfterMs: perhaps(0.2, () => between(3_000, 15_000)),
      refreshesAfterMs: perhaps(0.05, () => between(10_000, 40_000)),
      caseCount: caseCount(random()),
    }
  }
}
