import { setTimeout as sleep } from 'node:timers/promises'
import { metrics } from '@opentelemetry/api'

/** Sends what is left, as far as the collector takes it in a moment. */
export type StopExport = () => Promise<void>

// A collector that is away must not keep a server that stops.
const lastExportMs = 2_000

/**
 * Sends traces and metrics by OTLP over HTTP, where the variables `OTEL_EXPORTER_OTLP_*` say; the exporters read them
 * themselves. The SDK is loaded only here, so that a server without a collector neither loads nor runs it.
 */
export async function startOtlpExport(): Promise<StopExport> {
  const [tracing, measuring, resources, traceExporter, metricExporter] = await Promise.all([
    import('@opentelemetry/sdk-trace-node'),
    import('@opentelemetry/sdk-metrics'),
    import('@opentelemetry/resources'),
    import('@opentelemetry/exporter-trace-otlp-http'),
    import('@opentelemetry/exporter-metrics-otlp-http'),
  ])
  // OTEL_SERVICE_NAME and OTEL_RESOURCE_ATTRIBUTES go before our own name.
  const resource = resources
    .defaultResource()
    .merge(resources.resourceFromAttributes({ 'service.name': 'connect-contact-cases' }))
    .merge(resources.detectResources({ detectors: [resources.envDetector] }))
  const spans = new tracing.BatchSpanProcessor(new traceExporter.OTLPTraceExporter())
  const tracerProvider = new tracing.NodeTracerProvider({ resource, spanProcessors: [spans] })
  // No propagator: nobody's headers are read, and none are sent to Amazon.
  tracerProvider.register({ propagator: null })
  const reader = new measuring.PeriodicExportingMetricReader({ exporter: new metricExporter.OTLPMetricExporter() })
  const meterProvider = new measuring.MeterProvider({ resource, readers: [reader] })
  metrics.setGlobalMeterProvider(meterProvider)

  return async () => {
    const sent = Promise.allSettled([tracerProvider.shutdown(), meterProvider.shutdown()])
    await Promise.race([sent, sleep(lastExportMs, undefined, { ref: false })])
  }
}
