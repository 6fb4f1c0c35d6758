import { spawnSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import { expect, onTestFinished, test } from 'vitest'
import { apiGatewayEvent } from '../support/api-gateway-event.ts'

test('the built function holds all that it runs, and answers an agent who is not signed in', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'lambda-'))
  onTestFinished(() => rm(directory, { recursive: true }))
  await build({ logLevel: 'error', mode: 'lambda', build: { outDir: directory, ssr: 'src/server/lambda.ts' } })

  const event = JSON.stringify(apiGatewayEvent('GET', '/api/domains/domain/templates'))
  const caller = `import { handler } from './lambda.mjs'; console.log(JSON.stringify(await handler(${event})))`
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', caller], {
    cwd: directory,
    encoding: 'utf8',
    env: {
      AWS_REGION: 'us-east-1',
      OIDC_ISSUER: 'https://login.example.com',
      OIDC_AUDIENCE: 'contact-cases',
      INSTANCES: '{"arn:aws:connect:us-east-1:111122223333:instance/i":"domain"}',
    },
  })
  const lines = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(lines).toMatchObject([
    { event: 'answered', status: 401, code: 'unauthenticated' },
    { statusCode: 401, headers: { 'content-type': 'application/problem+json' } },
  ])
})
