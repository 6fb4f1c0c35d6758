import { expect, test } from 'vitest'
import { askerOf } from '../../../test/support/asker.ts'
import { createConnectGateway } from './connect-sdk-gateway.ts'

const nowhere = { region: 'us-east-1', endpoint: 'http://127.0.0.1:1', credentials: 'placeholder' } as const

test('each question waits for its turn in the quota of its own operation', async () => {
  const turns: string[] = []
  const gateway = createConnectGateway(nowhere, async (operation) => {
    turns.push(operation)
    return { kind: 'later', waitMs: 1_500 }
  })
  const asker = askerOf(new AbortController().signal)
  const answers = await Promise.all([
    gateway.contactsOf({ instanceId: 'i', about: () => ['u'] }, asker),
    gateway.describeContact({ instanceId: 'i', contactId: 'c' }, asker),
    gateway.findUsers({ instanceId: 'i', about: () => ['ann'] }, asker),
  ])
  expect(turns).toEqual(['GetCurrentUserData', 'DescribeContact', 'SearchUsers'])
  const late = { ok: false, problem: { code: 'throttled', retryAfterSeconds: 2 } }
  expect(answers).toMatchObject([late, late, late])
})
