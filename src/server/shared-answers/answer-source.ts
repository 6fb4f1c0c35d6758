/**
 * Where an answer came from: memory, a question that others had asked already, one of its own, or, since the service
 * could not be asked, memory beyond its time.
 */
export type AnswerSource = 'kept' | 'joined' | 'asked' | 'stale'
