import type { Meter } from '@opentelemetry/api'
import { instruments } from './instruments.ts'

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

/** Measures what several instances have of what they share. */
export interface StoreTelemetry {
  readonly isHere: (isHere: boolean) => void
  readonly answered: (source: StoreSource) => void
}

/** By OpenTelemetry's API, as createTelemetry. */
export function createStoreTelemetry(meter: Meter): StoreTelemetry {
  const here = meter.createGauge(instruments.storeHere, { unit: '1' })
  const answers = meter.createCounter(instruments.storeAnswers, { unit: '{answer}' })
  return {
    isHere: (isHere) => here.record(isHere ? 1 : 0),
    answered: (source) => answers.add(1, { source }),
  }
}
