import type { Meter } from '@opentelemetry/api'
import type { StoreSource } from '../shared-answers/answer-source.ts'
import { instruments } from './instruments.ts'

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
