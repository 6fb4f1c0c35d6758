import { expect, test } from 'vitest'
import { isInit, parseAppMessage } from './app-message.ts'

test('a message loses what the workspace does not mind', () => {
  const messageOrigin = { _type: 'app', providerId: 'p', origin: 'https://app.example.com', path: '/' }
  expect(parseAppMessage({ type: 'healthCheck', messageOrigin })).toEqual({ type: 'healthCheck' })
})

test.each([
  undefined,
  null,
  'healthCheck',
  [],
  {},
  { type: 'unknown' },
  { type: 'request', namespace: 'aws.connect.contact', command: 'agent/getARN' },
  { type: 'subscribe', handlerId: 'h', topic: { key: 'contact/incoming' } },
  { type: 'subscribe', handlerId: 'h', topic: { namespace: 'n', key: 'k', parameter: 1 } },
  { type: 'appLifecycleHandlerCompleted', stage: 'start' },
  { type: 'closeApp', message: 'Done.' },
])('%j is no message of an app', (data) => {
  expect(parseAppMessage(data)).toBe(null)
})

test('only a greeting is a greeting', () => {
  expect(isInit({ type: 'connect-app-host-init', sdkVersion: '1.0.12', providerId: 'p' })).toBe(true)
  for (const data of [null, 'connect-app-host-init', {}, { type: 'connect-app-host-init' }, { providerId: 'p' }]) {
    expect(isInit(data)).toBe(false)
  }
})
