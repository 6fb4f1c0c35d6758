/** The name of each metric: OpenTelemetry's own where its conventions have one, and formed like them where not. */
export const instruments = {
  request: 'http.server.request.duration',
  upstream: 'contact_cases.upstream.duration',
  turnWait: 'contact_cases.quota.wait_time',
  turnsPending: 'contact_cases.quota.pending_requests',
  answers: 'contact_cases.answers',
  storeHere: 'contact_cases.store.here',
  storeAnswers: 'contact_cases.store.answers',
} as const

// Those of OpenTelemetry's conventions for HTTP servers.
const boundaries = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10]

/** How a histogram of durations is made. */
export const inSeconds = { unit: 's', advice: { explicitBucketBoundaries: boundaries } }
