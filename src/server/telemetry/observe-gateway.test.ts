import { metrics, trace } from '@opentelemetry/api'
import { expect, test } from 'vitest'
import { askerOf } from '../../../test/support/asker.ts'
import { createTestConnect } from '../../../test/support/connect-directory.ts'
import { keepTelemetry } from '../../../test/support/telemetry.ts'
import { observeConnect } from './observe-gateway.ts'
import { createTelemetry } from './telemetry.ts'

const kept = keepTelemetry()

test('questions to Amazon Connect are measured and heard of like those to Cases, and name nobody', async () => {
  const heard: string[] = []
  const connect = createTestConnect({ c: { agentId: 'user-ann' } })
  const telemetry = createTelemetry({ tracer: trace.getTracer('t'), meter: metrics.getMeter('t'), now: () => 0 })
  const onOutcome = (...outcome: readonly string[]) => heard.push(outcome.join(' '))
  const gateway = observeConnect(connect.gateway, { telemetry, onOutcome })
  const asker = askerOf(new AbortController().signal)
  await gateway.findUsers({ instanceId: 'i', about: () => ['ann'] }, asker)
  await gateway.contactsOf({ instanceId: 'i', about: () => ['user-ann'] }, asker)
  connect.failure = 'upstream_denied'
  await gateway.describeContact({ instanceId: 'i', contactId: 'c' }, asker)
  expect(heard).toEqual(['Connect ok', 'Connect ok', 'Connect upstream_denied'])
  const service = { 'rpc.system': 'aws-api', 'rpc.service': 'Connect' }
  expect(kept.spans().map(({ name, attributes }) => ({ name, ...attributes }))).toEqual([
    { name: 'Connect.SearchUsers', ...service, 'rpc.method': 'SearchUsers', outcome: 'ok' },
    { name: 'Connect.GetCurrentUserData', ...service, 'rpc.method': 'GetCurrentUserData', outcome: 'ok' },
    { name: 'Connect.DescribeContact', ...service, 'rpc.method': 'DescribeContact', outcome: 'upstream_denied' },
  ])
})
