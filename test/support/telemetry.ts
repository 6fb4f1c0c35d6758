import { metrics } from '@opentelemetry/api'
import {
  AggregationTemporality,
  InMemoryMetricExporter,
  MeterProvider,
  PeriodicExportingMetricReader,
} from '@opentelemetry/sdk-metrics'
import { InMemorySpanExporter, NodeTracerProvider, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-node'

/** OpenTelemetry's SDK for the whole process, as a server with a collector has it; what it would send stays here. */
export function keepTelemetry() {
  const spans = new InMemorySpanExporter()
  new NodeTracerProvider({ spanProcessors: [new SimpleSpanProcessor(spans)] }).register({ propagator: null })
  const points = new InMemoryMetricExporter(AggregationTemporality.CUMULATIVE)
  const meterProvider = new MeterProvider({ readers: [new PeriodicExportingMetricReader({ exporter: points })] })
  metrics.setGlobalMeterProvider(meterProvider)

  return {
    /** Every span that has ended, with all it says. */
    spans: () =>
      spans.getFinishedSpans().map((span) => ({
        name: span.name,
        attributes: span.attributes,
        status: span.status,
        events: span.events,
        links: span.links,
        traceId: span.spanContext().traceId,
        spanId: span.spanContext().spanId,
        traceState: span.spanContext().traceState?.serialize(),
        parentSpanId: span.parentSpanContext?.spanId,
      })),
    /** Every time series so far: its name, its attributes, and how often it was counted. */
    async series() {
      points.reset()
      await meterProvider.forceFlush()
      return points
        .getMetrics()
        .flatMap(({ scopeMetrics }) => scopeMetrics)
        .flatMap((scope) => scope.metrics)
        .flatMap(({ descriptor, dataPoints }) =>
          dataPoints.map(({ attributes, value }) => ({
            name: descriptor.name,
            attributes,
            count: typeof value === 'object' && 'count' in value ? value.count : value,
          })),
        )
    },
  }
}
