import { expect, test } from 'vitest'
import { apiGatewayEvent } from '../../test/support/api-gateway-event.ts'
import { answers, startScriptedUpstream } from '../../test/support/scripted-upstream.ts'
import { contactArn, listPath } from '../../test/support/server-app.ts'
import { createLambdaHandler } from './lambda-handler.ts'
import type { LogEntry } from './log.ts'

const ofLambda = { AWS_REGION: 'us-east-1' }

test('a request that API Gateway brings is answered as one of a socket', async () => {
  const upstream = await startScriptedUpstream(answers({ cases: [{ caseId: 'case-1', templateId: 't' }] }))
  const logged: LogEntry[] = []
  const env = { ...ofLambda, AWS_ENDPOINT_URL_CONNECTCASES: upstream.url }
  const created = createLambdaHandler(env, (entry) => logged.push(entry))
  const answer = created.ok && (await created.value(apiGatewayEvent('POST', listPath, { contactArn })))
  expect(answer).toMatchObject({ statusCode: 200, headers: { 'cache-control': 'no-store' } })
  expect(answer && JSON.parse(answer.body)).toMatchObject({ cases: [{ caseId: 'case-1' }] })
  expect(logged).toContainEqual(expect.objectContaining({ event: 'answered', status: 200 }))
})

test.each([
  ['no sign-in, and no emulator on this machine', ofLambda, /^Without authentication /],
  ['a wrong variable', { ...ofLambda, QUOTAS: 'maybe' }, /^QUOTAS /],
  [
    'a store',
    {
      ...ofLambda,
      AWS_ENDPOINT_URL_CONNECTCASES: 'http://127.0.0.1:1',
      STORE: 'redis://127.0.0.1:1',
      SEAL_KEYS: `a:${Buffer.alloc(32, 'k').toString('base64')}`,
    },
    /^STORE is for servers/,
  ],
  ['no Region', { AWS_ENDPOINT_URL_CONNECTCASES: 'http://127.0.0.1:1' }, /^AWS_REGION must be set/],
])('with %s there is no function, and one line says why', (_, env, line) => {
  const created = createLambdaHandler(env, () => undefined)
  expect(created).toMatchObject({ ok: false, problem: expect.stringMatching(line) })
})
