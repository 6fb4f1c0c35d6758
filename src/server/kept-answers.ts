import type { Upstream } from './cases-gateway.ts'

interface Entry<Answer> {
  readonly answer: Upstream<Answer>
  /** On the clock; Infinity while the question is under way. */
  keepUntil: number
}

interface KeepSettings {
  /** Milliseconds on a clock that never goes back. */
  readonly now: () => number
  readonly keepMs: number
}

/**
 * Remembers what was answered under a key for a while, for what changes rarely. Whoever asks meanwhile shares the one
 * question under way, so it must not end with any one of them. A failure is told to those who wait, and not kept.
 */
export function createKeptAnswers<Answer>({ now, keepMs }: KeepSettings) {
  const entries = new Map<string, Entry<Answer>>()

  return (key: string, ask: () => Upstream<Answer>): Upstream<Answer> => {
    const kept = entries.get(key)
    if (kept !== undefined && now() < kept.keepUntil) return kept.answer
    const entry = { answer: ask(), keepUntil: Number.POSITIVE_INFINITY }
    entries.set(key, entry)
    return entry.answer.then((answer) => {
      if (answer.ok) entry.keepUntil = now() + keepMs
      else entries.delete(key)
      return answer
    })
  }
}
