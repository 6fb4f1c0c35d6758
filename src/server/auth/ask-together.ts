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

interface Batch<Item> {
  readonly about: Set<string>
  readonly question: SharedQuestion<readonly Item[]>
}

/**
 * Asks about all who wait for a turn in one call, so that however many ask, they cost one call for each turn. The call
 * is as urgent as the most urgent who joined it. The answer is that about all: each takes what is theirs.
 */
export function askTogether<Item>({ most, ask, spoiledBy }: TogetherSettings<Item>) {
  /** Of each instance, the call that waits for its turn. */
  const boarding = new Map<string, Batch<Item>>()

  /** What one spoils is asked again in halves, until that one is alone: there is nothing about it. */
  async function askAbout({ instanceId, about }: Together, asker: Asker): Upstream<readonly Item[]> {
    const answer = await ask({ instanceId, about }, asker)
    if (answer.ok || !spoiledBy.includes(answer.problem.code)) return answer
    const all = about()
    if (all.length === 1) return succeed([])
    const middle = Math.ceil(all.length / 2)
    const halves = [all.slice(0, middle), all.slice(middle)]
    const answers = await Promise.all(halves.map((half) => askAbout({ instanceId, about: () => half }, asker)))
    return answers.find(({ ok }) => !ok) ?? succeed(answers.flatMap((each) => (each.ok ? each.value : [])))
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
    const askLater = (all: Asker) => Promise.resolve().then(() => askAbout({ instanceId, about: leave }, all))
    const batch: Batch<Item> = { about, question: shareQuestion(first, askLater, close) }
    boarding.set(instanceId, batch)
    return batch
  }

  return (instanceId: string, one: string, asker: Asker): Upstream<readonly Item[]> => {
    const waiting = boarding.get(instanceId)
    const hasRoom = waiting !== undefined && (waiting.about.size < most || waiting.about.has(one))
    const batch = hasRoom ? waiting : open(instanceId, asker)
    batch.about.add(one)
    return batch.question.join(asker)
  }
}
