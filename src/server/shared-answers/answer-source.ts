/**
 * Where an answer came from: memory, a question that others had asked already, one of its own, or, since the service
 * could not be asked, memory beyond its time.
 */
export type AnswerSource = 'kept' | 'joined' | 'asked' | 'stale'

/** Hears of each answer what was asked, which is one of few fixed words, and where it came from. */
export type OnAnswer = (question: string, source: AnswerSource) => void
