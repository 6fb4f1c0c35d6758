import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import {
  ConnectCasesClient,
  CreateCaseCommand,
  CreateRelatedItemCommand,
  DeleteCaseCommand,
  PutCaseEventConfigurationCommand,
  UpdateCaseCommand,
} from '@aws-sdk/client-connectcases'
import { expect, onTestFinished, test } from 'vitest'
import { createEmulator, type Emulator } from '../../src/emulator/emulator.ts'
import { contactWithCases, defaultSeed } from '../support/emulator.ts'

const seed = defaultSeed()
const { domainId, contactArn } = contactWithCases(seed, 0)
const templateId = seed.domains[0]?.templates[0]?.templateId ?? ''

test('every change of a case is posted to each target in order, and can be watched and streamed', async () => {
  const targets = [await startTarget(), await startTarget()]
  const emulator = await start(targets.map(({ url }) => url))
  const watched: object[] = []
  emulator.events.watch((event) => watched.push(event))
  const stream = await fetch(`${emulator.url}/_emulator/api/events`)
  await workOnACase(emulator)
  const types = ['CASE.CREATED', 'RELATED_ITEM.CREATED', 'CASE.UPDATED', 'CASE.DELETED']
  for (const { bodies } of targets) await expect.poll(() => bodies.map(typeOf)).toEqual(types)
  expect(watched.map(typeOf)).toEqual(types)
  expect(targets[0]?.bodies).toEqual(watched)
  const streamed = stream.body?.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  while (text.split('data: ').length <= types.length) text += (await streamed?.read())?.value ?? ''
  expect(
    text
      .split('data: ')
      .slice(1)
      .map((line) => JSON.parse(line)),
  ).toEqual(watched)
})

test('the event of a link carries the contact, that of a case the fields asked for', async () => {
  const emulator = await start([])
  const watched: object[] = []
  emulator.events.watch((event) => watched.push(event))
  await workOnACase(emulator)
  expect(watched[0]).toMatchObject({
    source: 'aws.cases',
    'detail-type': 'Amazon Connect Cases Change',
    detail: { version: '0', case: { fields: { title: { value: { stringValue: 'Broken' } } } } },
  })
  expect(watched[1]).toMatchObject({ detail: { relatedItem: { relatedItemType: 'Contact', contact: { contactArn } } } })
  expect(watched[2]).toMatchObject({ detail: { changedFieldIds: expect.arrayContaining(['title']) } })
})

test('a target that is not there delays nobody', async () => {
  const emulator = await start(['http://127.0.0.1:1/'])
  await workOnACase(emulator)
})

/** Turns the events on; then creates a case, links the contact, changes the title and deletes it. */
async function workOnACase({ url }: Emulator): Promise<void> {
  const credentials = { accessKeyId: 'any', secretAccessKey: 'any' }
  const client = new ConnectCasesClient({ endpoint: url, region: seed.region, credentials })
  const includedData = { caseData: { fields: [{ id: 'title' }] }, relatedItemData: { includeContent: true } }
  const eventBridge = { enabled: true, includedData }
  await client.send(new PutCaseEventConfigurationCommand({ domainId, eventBridge }))
  const customer = { id: 'customer_id', value: { stringValue: 'arn:aws:profile:customer' } }
  const fields = [{ id: 'title', value: { stringValue: 'Broken' } }, customer]
  const { caseId } = await client.send(new CreateCaseCommand({ domainId, templateId, fields }))
  const content = { contact: { contactArn } }
  await client.send(new CreateRelatedItemCommand({ domainId, caseId, type: 'Contact', content }))
  const title = { id: 'title', value: { stringValue: 'Repaired' } }
  await client.send(new UpdateCaseCommand({ domainId, caseId, fields: [title] }))
  await client.send(new DeleteCaseCommand({ domainId, caseId }))
}

function typeOf(event: object): unknown {
  return 'detail' in event ? Object.entries(event.detail ?? {}).find(([name]) => name === 'eventType')?.[1] : null
}

async function start(events: readonly string[]): Promise<Emulator> {
  const emulator = await createEmulator({ seed, events })
  onTestFinished(() => emulator.close())
  return emulator
}

async function startTarget() {
  const bodies: object[] = []
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = await request.toArray()
    bodies.push(JSON.parse(Buffer.concat(chunks).toString()))
    response.end()
  })
  onTestFinished(() => void server.close())
  await once(server.listen(0, '127.0.0.1'), 'listening')
  // A server that listens on a port has an address of that kind.
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, bodies }
}
