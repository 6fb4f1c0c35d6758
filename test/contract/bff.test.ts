import {
  ListCasesForContactCommand,
  paginateListCasesForContact,
  ResourceNotFoundException,
  ValidationException,
} from '@aws-sdk/client-connectcases'
import { afterAll, expect, test } from 'vitest'
import { z } from 'zod'
import { awsConnectCases, hasAwsCli } from '../support/aws-cli.ts'
import { startBff } from '../support/bff.ts'
import { createCasesClient } from '../support/cases-client.ts'
import { contractTarget } from '../support/contract-target.ts'
import { contactWithCases } from '../support/emulator.ts'

const { url: endpoint, seed } = await contractTarget()
const bff = await startBff({ endpoint })
afterAll(() => bff.close())
const client = createCasesClient(`${bff.url}/api`)
const { domainId, contactArn, caseIds } = contactWithCases(seed, 237)

test('the SDK, pointed at the server, pages through 237 cases in order, with none twice', async () => {
  const pages: string[][] = []
  for await (const { cases = [] } of paginateListCasesForContact({ client }, { domainId, contactArn })) {
    pages.push(cases.map(({ caseId = '' }) => caseId))
  }
  expect(pages.flat()).toEqual(caseIds)
  expect(pages.map(({ length }) => length)).toEqual([...Array(23).fill(10), 7])
})

test('the SDK reads a refusal as the exception it knows, with a sentence and a request id', async () => {
  const refused = client.send(new ListCasesForContactCommand({ domainId, contactArn, maxResults: 11 }))
  const error = await refused.catch((reason: unknown) => reason)
  expect(error).toBeInstanceOf(ValidationException)
  expect(error).toMatchObject({
    message: 'maxResults must be a whole number from 1 to 10.',
    $metadata: { httpStatusCode: 400, requestId: expect.stringMatching(/^[\da-f-]{36}$/) },
  })
})

test('the SDK reads a domain that is not there as ResourceNotFoundException', async () => {
  const refused = client.send(new ListCasesForContactCommand({ domainId: 'elsewhere', contactArn }))
  await expect(refused).rejects.toBeInstanceOf(ResourceNotFoundException)
})

test('a token of the service itself, which no browser should have, continues no list here', async () => {
  const { nextToken } = await createCasesClient(endpoint).send(new ListCasesForContactCommand({ domainId, contactArn }))
  const refused = client.send(new ListCasesForContactCommand({ domainId, contactArn, nextToken }))
  await expect(refused).rejects.toMatchObject({ name: 'ValidationException', $metadata: { httpStatusCode: 409 } })
})

test('the templates of a domain are those that are not deleted, the inactive ones too', async () => {
  const answer = await fetch(`${bff.url}/api/domains/${domainId}/templates`)
  const listed = seed.domains[0]?.templates.filter(({ status }) => status !== 'Deleted')
  expect(await answer.json()).toEqual({
    templates: listed?.map(({ templateId, name, status }) => ({ templateId, name, status })),
  })
})

const awsTest = test.runIf(hasAwsCli())
const page = z.object({ cases: z.array(z.object({ caseId: z.string() })), nextToken: z.string().optional() })

awsTest('the AWS CLI, pointed at the server, reads on from page to page', { timeout: 30_000 }, async () => {
  const list = ['list-cases-for-contact', '--domain-id', domainId, '--contact-arn', contactArn]
  const first = page.parse(await awsConnectCases(`${bff.url}/api`, ...list))
  const second = page.parse(await awsConnectCases(`${bff.url}/api`, ...list, '--next-token', first.nextToken ?? ''))
  expect([first, second].flatMap(({ cases }) => cases.map(({ caseId }) => caseId))).toEqual(caseIds.slice(0, 20))
})

awsTest('the AWS CLI shows the sentence of a refusal', { timeout: 30_000 }, async () => {
  const refused = awsConnectCases(
    `${bff.url}/api`,
    ...['list-cases-for-contact', '--domain-id', domainId, '--contact-arn', 'x'],
  )
  await expect(refused).rejects.toThrow(/ValidationException.*contactArn must be arn:/s)
})
