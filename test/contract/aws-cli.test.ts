import { expect, test } from 'vitest'
import { z } from 'zod'
import { awsConnectCases, hasAwsCli } from '../support/aws-cli.ts'
import { contractTarget } from '../support/contract-target.ts'
import { contactWithCases } from '../support/emulator.ts'

const { url, seed } = await contractTarget()
const { domainId, contactArn, caseIds } = contactWithCases(seed, 237)
const listOf237 = ['list-cases-for-contact', '--domain-id', domainId, '--contact-arn', contactArn]
const awsTest = test.runIf(hasAwsCli())

const page = z.object({ cases: z.array(z.object({ caseId: z.string() })), nextToken: z.string().optional() })

// The CLI has no paginator for this operation, so each page is a process of its own.
awsTest('the AWS CLI pages through 237 cases', { timeout: 240_000 }, async () => {
  const seen: string[] = []
  let token: string | undefined
  do {
    const args = token === undefined ? [] : ['--next-token', token]
    const { cases, nextToken } = page.parse(await awsConnectCases(url, ...listOf237, ...args))
    seen.push(...cases.map((one) => one.caseId))
    token = nextToken
  } while (token !== undefined)
  expect(seen).toEqual(caseIds)
})

awsTest('the AWS CLI reads the fields of a case, a template and a domain', { timeout: 30_000 }, async () => {
  const [caseId = ''] = contactWithCases(seed, 1).caseIds
  const domain = ['--domain-id', domainId]
  const found = await awsConnectCases(url, 'get-case', ...domain, '--case-id', caseId, '--fields', 'id=title')
  expect(found).toMatchObject({ fields: [{ id: 'title', value: { stringValue: expect.any(String) } }] })
  const templateId = seed.domains[0]?.templates[0]?.templateId ?? ''
  expect(await awsConnectCases(url, 'get-template', ...domain, '--template-id', templateId)).toMatchObject({
    templateId,
  })
  expect(await awsConnectCases(url, 'get-domain', ...domain)).toMatchObject({ domainId })
})

awsTest.each([
  ['ValidationException', ['--max-results', '11']],
  ['ValidationException', ['--next-token', 'made-up']],
  ['ResourceNotFoundException', ['--domain-id', 'elsewhere']],
])('the AWS CLI reads a %s of %j', { timeout: 30_000 }, async (name, args) => {
  await expect(awsConnectCases(url, ...listOf237, ...args)).rejects.toThrow(name)
})
