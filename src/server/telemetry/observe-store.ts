import type { Meter } from '@opentelemetry/api'

/** Where an answer to a question came from. */
export type AnswerSource =
  /** Another instance had asked already. */
  | 'kept'
  /** Another was asking just then. */
  | 'joined'
  /** This one asked, for all. */
  | 'asked'
  /** The store was away: this one asked, for itself. */
  | 'alone'

/** Measures what several instances have of what they share. */
export interface StoreTelemetry {
  readonly isHere: (isHere: boolean) => void
  readonly answered: (source: AnswerSource) => void
}

/** By OpenTelemetry's API, as createTelemetry. */
export function createStoreTelemetry(meter: Meter): StoreTelemetry {
  const here = meter.createGauge('contact_cases.store.here', { description: '1; 0 while the store is away' })
  const answers = meter.createCounter('contact_cases.store.answers', { description: 'by where they came from' })
  return {
    isHere: (isHere) => here.record(isHere ? 1 : 0),
    answered: (source) => answers.add(1, { source }),
  }
}
