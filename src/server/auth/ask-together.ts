import { LRUCache } from 'lru-cache'
import type { Asker } from '../asker.ts'
import type { Upstream } from '../cases-gateway.ts'
import { succeed } from '../result.ts'
import { type SharedQuestion, shareQuestion } from '../shared-answers/shared-question.ts'
import type { UpstreamCode } from '../upstream-problem.ts'

/** A question about several at once. */
export interface Together {
  readonly instanceId: string
  /** Whom the call is about. To be read when its turn has come: until then more may join, and nobody after that. */
  readonly about: () => readonly string[]
}

interface TogetherSettings<Item> {
  /** As many as one call may be about. */
  readonly most: number
  readonly ask: (question: Together, asker: Asker) => Upstream<readonly Item[]>
  /** What the service says of a call, all of it, when there is something wrong with one whom it is about. */
  readonly spoiledBy: readonly UpstreamCode[]
}

type Outcome<Item> = Awaited<Upstream<readonly Item[]>>
type Outcomes<Item> = ReadonlyMap<string, Outcome<Item>>

interface Batch<Item> {
  readonly about: Set<string>
  readonly question: SharedQuestion<Outcomes<Item>>
}

// Users who were deleted while they worked.
const mostSpoilers = 1_000

/**
 * Asks about all who wait for a turn in one call, so that however many ask, they cost one call for each turn. The call
 * is as urgent as the most urgent who joined it. An answer may tell of others too: each takes what is theirs.
 */
export function askTogether<Item>({ most, ask, spoiledBy }: TogetherSettings<Item>) {
  /** Of each instance, the call that waits for its turn. */
  const boarding = new Map<string, Batch<Item>>()
  /** Who spoiled a call, and so has one alone. */
  const spoilers = new LRUCache<string, true>({ max: mostSpoilers })
  const nameOf = (instanceId: string, one: string) => JSON.stringify([instanceId, one])

  /** What one spoils is asked again in halves, until that one is alone: there is nothing about it. */
  async function askAbout({ instanceId, about }: Together, asker: Asker): Promise<Outcomes<Item>> {
    const answer = await ask({ instanceId, about }, asker)
    const all = about()
    if (answer.ok || !spoiledBy.includes(answer.problem.code)) return new Map(all.map((one) => [one, answer]))
    if (all.length === 1) {
      for (const one of all) spoilers.set(nameOf(instanceId, one), true)
      return new Map()
    }
    const middle = Math.ceil(all.length / 2)
    const halves = [all.slice(0, middle), all.slice(middle)]
    const outcomes = await Promise.all(halves.map((half) => askAbout({ instanceId, about: () => half }, asker)))
    return new Map(outcomes.flatMap((each) => [...each]))
  }

  async function askAlone(instanceId: string, one: string, asker: Asker): Upstream<readonly Item[]> {
    const answer = await ask({ instanceId, about: () => [one] }, asker)
    if (answer.ok) spoilers.delete(nameOf(instanceId, one))
    return !answer.ok && spoiledBy.includes(answer.problem.code) ? succeed([]) : answer
  }

  function open(instanceId: string, first: Asker): Batch<Item> {
    const about = new Set<string>()
    const close = () => {
      if (boarding.get(instanceId) === batch) boarding.delete(instanceId)
    }
    const leave = () => {
      close()
      return [...about]
    }
    // A moment later: all who ask in one go are one call.
    const askLater = (all: Asker) =>
      Promise.resolve().then(async () => succeed(await askAbout({ instanceId, about: leave }, all)))
    const batch: Batch<Item> = { about, question: shareQuestion(first, askLater, close) }
    boarding.set(instanceId, batch)
    return batch
  }

  return async (instanceId: string, one: string, asker: Asker): Upstream<readonly Item[]> => {
    if (spoilers.has(nameOf(instanceId, one))) return askAlone(instanceId, one, asker)
    const waiting = boarding.get(instanceId)
    const hasRoom = waiting !== undefined && (waiting.about.size < most || waiting.about.has(one))
    const batch = hasRoom ? waiting : open(instanceId, asker)
    batch.about.add(one)
    const outcomes = await batch.question.join(asker)
    return outcomes.ok ? (outcomes.value.get(one) ?? succeed([])) : outcomes
  }
}
