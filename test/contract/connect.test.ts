import { once } from 'node:events'
import { connect } from 'node:net'
import {
  ConnectClient,
  DescribeContactCommand,
  DescribeUserCommand,
  GetCurrentUserDataCommand,
  SearchUsersCommand,
} from '@aws-sdk/client-connect'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createEmulator, type Emulator } from '../../src/emulator/emulator.ts'
import { seedOf } from '../support/emulator.ts'

const InstanceId = 'an-instance'
const instanceArn = `arn:aws:connect:us-east-1:123456789012:instance/${InstanceId}`
const seed = seedOf({
  accountId: '123456789012',
  region: 'us-east-1',
  instanceId: InstanceId,
  users: [
    { userId: 'ann', username: 'ann@example.com', securityProfileIds: ['agents'] },
    { userId: 'bob', username: 'bob@example.com' },
  ],
  domains: [
    {
      domainId: 'd',
      name: 'D',
      templates: [],
      cases: [],
      contacts: [
        { contactId: 'ringing', channel: 'chat', caseIds: [], agentUserId: 'ann', state: 'INCOMING' },
        { contactId: 'taken', caseIds: [], agentUserId: 'ann', state: 'CONNECTED' },
        { contactId: 'queued', channel: 'task', caseIds: [] },
        { contactArn: 'arn:aws:connect:us-east-1:123456789012:instance/other/contact/x', caseIds: [] },
      ],
    },
  ],
})
let emulator: Emulator
let client: ConnectClient

beforeAll(async () => {
  emulator = await createEmulator({ seed, quotas: 'off' })
  const credentials = { accessKeyId: 'any', secretAccessKey: 'any' }
  client = new ConnectClient({ endpoint: emulator.url, region: seed.region, credentials, maxAttempts: 1 })
})
beforeEach(() => emulator.reset())
afterAll(() => emulator.close())

test('a contact names the agent who took it, not the one it rings at', async () => {
  const describe = (ContactId: string) => client.send(new DescribeContactCommand({ InstanceId, ContactId }))
  expect((await describe('taken')).Contact).toEqual({
    Arn: `${instanceArn}/contact/taken`,
    Id: 'taken',
    Channel: 'VOICE',
    AgentInfo: { Id: 'ann' },
  })
  expect((await describe('ringing')).Contact).not.toHaveProperty('AgentInfo')
  expect((await describe('queued')).Contact).toMatchObject({ Channel: 'TASK' })
})

test('the data of agents has their contacts, of the states asked for', async () => {
  const ask = (Filters: object) => client.send(new GetCurrentUserDataCommand({ InstanceId, Filters }))
  const both = await ask({ Agents: ['ann', 'bob', 'nobody'] })
  expect(both.UserDataList).toMatchObject([
    {
      User: { Id: 'ann', Arn: `${instanceArn}/agent/ann` },
      Contacts: [
        { ContactId: 'ringing', Channel: 'CHAT', AgentContactState: 'INCOMING' },
        { ContactId: 'taken', Channel: 'VOICE', AgentContactState: 'CONNECTED' },
      ],
    },
    { User: { Id: 'bob' }, Contacts: [] },
  ])
  const incoming = await ask({ Agents: ['ann'], ContactFilter: { ContactStates: ['INCOMING'] } })
  expect(incoming.UserDataList?.[0]?.Contacts?.map(({ ContactId }) => ContactId)).toEqual(['ringing'])
})

test('the data of many agents comes in pages, each with the token of the next', async () => {
  const Filters = { Agents: ['bob', 'nobody', 'ann'] }
  const ask = (NextToken?: string) =>
    client.send(new GetCurrentUserDataCommand({ InstanceId, Filters, MaxResults: 1, ...(NextToken && { NextToken }) }))
  const first = await ask()
  expect(first).toMatchObject({ UserDataList: [{ User: { Id: 'bob' } }], ApproximateTotalCount: 2 })
  const second = await ask(first.NextToken)
  expect(second).toMatchObject({ UserDataList: [{ User: { Id: 'ann' } }] })
  expect(second.NextToken).toBeUndefined()
})

test('a contact can be made to ring at an agent, be taken after a transfer, and leave', async () => {
  await put({ contactId: 'second', channel: 'CHAT', initialContactId: 'taken', agentUserId: 'bob', state: 'INCOMING' })
  const contactsOfBob = async () => {
    const answer = await client.send(new GetCurrentUserDataCommand({ InstanceId, Filters: { Agents: ['bob'] } }))
    return answer.UserDataList?.[0]?.Contacts?.map(({ AgentContactState }) => AgentContactState)
  }
  expect(await contactsOfBob()).toEqual(['INCOMING'])
  await put({ contactId: 'second', state: 'CONNECTED' })
  expect(await contactsOfBob()).toEqual(['CONNECTED'])
  const { Contact } = await client.send(new DescribeContactCommand({ InstanceId, ContactId: 'second' }))
  expect(Contact).toMatchObject({ Channel: 'CHAT', InitialContactId: 'taken', AgentInfo: { Id: 'bob' } })
  await put({ contactId: 'second', state: null })
  expect(await contactsOfBob()).toEqual([])
})

test('users are found by id and by name', async () => {
  const { User } = await client.send(new DescribeUserCommand({ InstanceId, UserId: 'ann' }))
  expect(User).toMatchObject({ Id: 'ann', Username: 'ann@example.com', SecurityProfileIds: ['agents'] })
  const search = (SearchCriteria?: object, rest = {}) =>
    client.send(new SearchUsersCommand({ InstanceId, ...(SearchCriteria ? { SearchCriteria } : {}), ...rest }))
  const named = (Value: string, ComparisonType: string) => ({
    StringCondition: { FieldName: 'Username', Value, ComparisonType },
  })
  const ids = async (criteria?: object) => (await search(criteria)).Users?.map(({ Id }) => Id)
  expect(await ids()).toEqual(['ann', 'bob'])
  expect(await ids(named('ann@example.com', 'EXACT'))).toEqual(['ann'])
  expect(await ids(named('example', 'CONTAINS'))).toEqual(['ann', 'bob'])
  expect(await ids({ OrConditions: [named('b', 'STARTS_WITH'), named('zzz', 'EXACT')] })).toEqual(['bob'])
  expect(await ids({ AndConditions: [named('example', 'CONTAINS'), named('a', 'STARTS_WITH')] })).toEqual(['ann'])
  const first = await search(undefined, { MaxResults: 1 })
  expect(first).toMatchObject({ Users: [{ Id: 'ann' }], ApproximateTotalCount: 2 })
  expect(await search(undefined, { NextToken: first.NextToken })).toMatchObject({ Users: [{ Id: 'bob' }] })
})

test.each([
  ['a contact', new DescribeContactCommand({ InstanceId, ContactId: 'x' }), /^Contact x/],
  ['a user', new DescribeUserCommand({ InstanceId, UserId: 'x' }), /^User x/],
  ['an instance', new SearchUsersCommand({ InstanceId: 'x' }), /^Instance x/],
])('%s that is not there is a ResourceNotFoundException', async (_, command, message) => {
  // One of three commands: `send` has an overload for each, and none for all.
  const asked = client.send(command as DescribeContactCommand)
  await expect(asked).rejects.toMatchObject({
    name: 'ResourceNotFoundException',
    message: expect.stringMatching(message),
  })
})

test.each([
  ['no agents', new GetCurrentUserDataCommand({ InstanceId, Filters: {} })],
  ['too many results', new GetCurrentUserDataCommand({ InstanceId, Filters: { Agents: ['ann'] }, MaxResults: 101 })],
  [
    'another question’s token',
    new GetCurrentUserDataCommand({ InstanceId, Filters: { Agents: ['ann'] }, NextToken: 'x' }),
  ],
  ['another list’s token', new SearchUsersCommand({ InstanceId, NextToken: 'other' })],
])('%s is an InvalidParameterException with a sentence', async (_, command) => {
  const asked = client.send(command as SearchUsersCommand) // as above
  await expect(asked).rejects.toMatchObject({
    name: 'InvalidParameterException',
    message: expect.stringMatching(/\w+/),
  })
})

test.each([
  ['{}', 'contactId: '],
  ['nothing', 'The body: '],
  ['{"contactId":"a","state":"RINGING"}', 'state: '],
])('a contact that is none is refused: %s', async (body, start) => {
  const response = await fetch(`${emulator.url}/_emulator/api/contact`, { method: 'PUT', body })
  expect(response.status).toBe(400)
  expect(await response.json()).toEqual({ message: expect.stringContaining(start) })
})

test('a caller who goes away in the middle of a contact harms nobody', async () => {
  const { port } = new URL(emulator.url)
  const socket = connect(Number(port), '127.0.0.1')
  const head = 'PUT /_emulator/api/contact HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\n{"con'
  socket.write(head, () => socket.destroy())
  await once(socket, 'close')
  await put({ contactId: 'third' })
})

async function put(contact: object): Promise<void> {
  const init = { method: 'PUT', body: JSON.stringify(contact) }
  expect((await fetch(`${emulator.url}/_emulator/api/contact`, init)).status).toBe(200)
}
