import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { examine } from './examine.ts'
import type { AwsQuestion } from './gather/aws-account.ts'

const instance = 'arn:aws:connect:us-east-1:111122223333:instance/i'
const variables = `OIDC_ISSUER=https://issuer.example.com
OIDC_AUDIENCE=contact-cases
AWS_REGION=us-east-1
INSTANCES='{"${instance}":"domain"}'`

test('settings are looked at without a page, and AWS is asked about the domain that they name', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'doctor-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const settingsFile = join(folder, 'server.env')
  await writeFile(settingsFile, variables)
  const asked: AwsQuestion[] = []
  const without = { page: null, embedder: null, origin: null, token: null, contactArn: null, json: false }
  const findings = await examine(
    { ...without, settingsFile, aws: true },
    {
      ask: () => Promise.reject(new Error('There is no page to ask')),
      askInstance: () => Promise.reject(new Error('Nobody said how the page is opened')),
      time: Date.now,
      askAws: async (question) => {
        asked.push(question)
        return new Map([['ListTemplates', null]])
      },
    },
  )
  expect(findings.map(({ id, outcome, says }) => `${outcome} ${id}: ${says}`)).toEqual([
    'good settings: The server would start with these.',
    'skipped settings-agree: No page was named.',
    'good quotas: The server counts on a new account’s quotas.',
    expect.stringMatching(/^good permissions: Allowed: ListTemplates\./),
    'skipped approved-origin: No page was named.',
    'skipped application: No page was named.',
  ])
  expect(asked).toEqual([{ region: 'us-east-1', domainId: 'domain', instanceId: 'i', contactArn: null }])
})
