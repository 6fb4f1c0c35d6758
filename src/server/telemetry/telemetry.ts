import { type Attributes, type Histogram, type Meter, SpanKind, SpanStatusCode, type Tracer } from '@opentelemetry/api'
import type { OnAnswer } from '../shared-answers/answer-source.ts'
import { inSeconds, instruments } from './instruments.ts'

/** What came of it. */
export interface Outcome {
  readonly attributes: Attributes
  readonly isFailure: boolean
}

/** Does the work in a span of its own, and counts and times it by its attributes, before and after. */
export type Observe = <Answer>(
  name: string,
  attributes: Attributes,
  work: () => Promise<Answer>,
  outcomeOf: (answer: Answer) => Outcome,
) => Promise<Answer>

/**
 * Measures what the server does. Names and attributes are few and fixed: never anything of what was asked or answered,
 * both because it is nobody's business and because each value of an attribute is a time series.
 */
export interface Telemetry {
  /** A request to the server. */
  readonly request: Observe
  /** A question to one of Amazon's services: all its pages, and its second try. */
  readonly upstream: Observe
  /** An answer that was shared, or could have been. */
  readonly answered: OnAnswer
}

interface TelemetryDeps {
  readonly tracer: Tracer
  readonly meter: Meter
  /** Milliseconds on a clock that never goes back. */
  readonly now: () => number
}

/** Where nobody collects: even spans and metrics that are thrown away cost more than some answers. */
export const quietTelemetry: Telemetry = {
  request: (_name, _attributes, work) => work(),
  upstream: (_name, _attributes, work) => work(),
  answered: () => undefined,
}

/** Telemetry by OpenTelemetry's API. */
export function createTelemetry({ tracer, meter, now }: TelemetryDeps): Telemetry {
  const observeBy =
    (durations: Histogram, kind: SpanKind): Observe =>
    (name, attributes, work, outcomeOf) =>
      // A request has no parent: what an outsider's `traceparent` says would be in our traces, so nobody reads it.
      tracer.startActiveSpan(name, { kind, attributes }, async (span) => {
        const startedAt = now()
        const settle = ({ attributes: more, isFailure }: Outcome) => {
          durations.record((now() - startedAt) / 1000, { ...attributes, ...more })
          if (isFailure) span.setStatus({ code: SpanStatusCode.ERROR })
          span.setAttributes(more).end()
        }
        try {
          const answer = await work()
          settle(outcomeOf(answer))
          return answer
        } catch (error) {
          settle({ attributes: { 'error.type': 'crashed' }, isFailure: true }) // its message may quote anything
          throw error
        }
      })
  const answers = meter.createCounter(instruments.answers, { unit: '{answer}' })
  return {
    request: observeBy(meter.createHistogram(instruments.request, inSeconds), SpanKind.SERVER),
    upstream: observeBy(meter.createHistogram(instruments.upstream, inSeconds), SpanKind.CLIENT),
    answered: (question, source) => answers.add(1, { question, source }),
  }
}
