/**
 * Where an answer came from: memory, a question that others had asked already, one of its own, or, since the service
 * could not be asked, memory beyond its time.
 */
export type AnswerSource = 'kept' | 'joined' | 'asked' | 'stale'

/** Hears of each answer what was asked, which is one of few fixed words, and where it came from. */
export type OnAnswer = (question: string, source: AnswerSource) => void

/** Where an answer came from that was not in the instance's own memory. */
export type StoreSource =
  /** Another instance had asked already. */
  | 'kept'
  /** Another was asking just then. */
  | 'joined'
  /** This one asked, for all. */
  | 'asked'
  /** The store was away: this one asked, for itself. */
  | 'alone'
