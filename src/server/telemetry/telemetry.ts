import { type Attributes, type Histogram, type Meter, SpanKind, SpanStatusCode, type Tracer } from '@opentelemetry/api'

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
  /** A question to Amazon Connect Cases: all its pages, and its second try. */
  readonly upstream: Observe
}

interface TelemetryDeps {
  readonly tracer: Tracer
  readonly meter: Meter
  /** Milliseconds on a clock that never goes back. */
  readonly now: () => number
}

// Those of OpenTelemetry's conventions for HTTP servers.
const boundaries = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10]
const seconds = { unit: 's', advice: { explicitBucketBoundaries: boundaries } }

/** Telemetry by OpenTelemetry's API, which does nothing where no SDK is loaded. */
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
  return {
    request: observeBy(meter.createHistogram('http.server.request.duration', seconds), SpanKind.SERVER),
    upstream: observeBy(meter.createHistogram('contact_cases.upstream.duration', seconds), SpanKind.CLIENT),
  }
}
