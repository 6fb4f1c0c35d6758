import type { Asker } from '../asker.ts'
import type { Upstream } from '../cases-gateway.ts'
import { type SharedQuestion, shareQuestion } from './shared-question.ts'

interface SharedQuestions<Answer> {
  /** Joins the question under this key that is under way, else asks it. */
  ask(key: string, asker: Asker, ask: (all: Asker) => Upstream<Answer>): Upstream<Answer>
  /** Whether who asks now would join others. */
  isUnderWay(key: string): boolean
}

/** One question under way for each key, whoever asks. */
export function createSharedQuestions<Answer>(): SharedQuestions<Answer> {
  const underWay = new Map<string, SharedQuestion<Answer>>()

  function begin(key: string, first: Asker, ask: (all: Asker) => Upstream<Answer>): SharedQuestion<Answer> {
    const question: SharedQuestion<Answer> = shareQuestion(first, ask, () => {
      if (underWay.get(key) === question) underWay.delete(key)
    })
    underWay.set(key, question)
    return question
  }

  return {
    ask: (key, asker, ask) => (underWay.get(key) ?? begin(key, asker, ask)).join(asker),
    isUnderWay: (key) => underWay.has(key),
  }
}
