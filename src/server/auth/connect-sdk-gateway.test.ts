import { expect, test } from 'vitest'
import { askerOf, goAtOnce } from '../../../test/support/asker.ts'
import { answers, floods, hangs, refuses, startScriptedUpstream } from '../../../test/support/scripted-upstream.ts'
import { createConnectGateway } from './connect-sdk-gateway.ts'

const patient = askerOf(new AbortController().signal)
const gatewayAt = (endpoint: string, takeTurn = goAtOnce) =>
  createConnectGateway({ region: 'us-east-1', endpoint, credentials: 'placeholder' }, takeTurn)

const userData = (userId: string, ...contacts: readonly (readonly [contactId: string, state: string])[]) => ({
  User: { Id: userId },
  Contacts: contacts.map(([ContactId, AgentContactState]) => ({ ContactId, AgentContactState })),
})
const about = (...them: readonly string[]) => ({ instanceId: 'i', about: () => them })

test('each question waits for its turn in the quota of its own operation', async () => {
  const turns: string[] = []
  const gateway = gatewayAt('http://127.0.0.1:1', async (operation) => {
    turns.push(operation)
    return { kind: 'later', waitMs: 1_500 }
  })
  const all = await Promise.all([
    gateway.contactsOf(about('u'), patient),
    gateway.describeContact({ instanceId: 'i', contactId: 'c' }, patient),
    gateway.findUsers(about('ann'), patient),
  ])
  expect(turns).toEqual(['GetCurrentUserData', 'DescribeContact', 'SearchUsers'])
  const late = { ok: false, problem: { code: 'throttled', retryAfterSeconds: 2 } }
  expect(all).toMatchObject([late, late, late])
})

test('the contacts at some agents, from all pages, each with its agent and how it is there', async () => {
  const upstream = await startScriptedUpstream(
    answers({ UserDataList: [userData('ann', ['c-1', 'CONNECTED'], ['c-2', 'INCOMING'])], NextToken: 'two' }),
    answers({ UserDataList: [userData('bob', ['c-3', 'ENDED']), { User: { Id: 'carl' } }], NextToken: '' }),
  )
  expect(await gatewayAt(upstream.url).contactsOf(about('ann', 'bob', 'carl'), patient)).toEqual({
    ok: true,
    value: [
      { userId: 'ann', contactId: 'c-1', state: 'CONNECTED' },
      { userId: 'ann', contactId: 'c-2', state: 'INCOMING' },
      { userId: 'bob', contactId: 'c-3', state: 'ENDED' },
    ],
  })
  const body = { Filters: { Agents: ['ann', 'bob', 'carl'] }, MaxResults: 100 }
  expect(upstream.requests).toMatchObject([
    { path: '/metrics/userdata/i', body },
    { path: '/metrics/userdata/i', body: { ...body, NextToken: 'two' } },
  ])
  expect(upstream.requests[0]?.body).not.toHaveProperty('NextToken')
})

test.each(['contactsOf', 'findUsers'] as const)(
  'whom %s is about is read when its turn has come',
  async (operation) => {
    const upstream = await startScriptedUpstream(answers({ UserDataList: [], Users: [] }))
    const joined = ['ann']
    const gateway = gatewayAt(upstream.url, async (...turn) => {
      joined.push('bob, who joined meanwhile')
      return goAtOnce(...turn)
    })
    await gateway[operation]({ instanceId: 'i', about: () => joined }, patient)
    expect(JSON.stringify(upstream.requests[0]?.body)).toContain('bob, who joined meanwhile')
  },
)

test.each([
  ['was accepted', { Id: 'c', AgentInfo: { Id: 'ann' } }, { agentId: 'ann', initialContactId: null }],
  ['waits', { Id: 'c' }, { agentId: null, initialContactId: null }],
  [
    'was transferred',
    { Id: 'c', AgentInfo: { Id: 'bob' }, InitialContactId: 'first' },
    { agentId: 'bob', initialContactId: 'first' },
  ],
])('a contact that %s is told by who accepted it, and by the customer’s first', async (_, Contact, value) => {
  const upstream = await startScriptedUpstream(answers({ Contact }))
  const described = await gatewayAt(upstream.url).describeContact({ instanceId: 'i', contactId: 'c' }, patient)
  expect(described).toEqual({ ok: true, value })
  expect(upstream.requests).toMatchObject([{ path: '/contacts/i/c' }])
})

const isNamed = (Value: string) => ({
  StringCondition: { FieldName: 'Username', Value, ComparisonType: 'EXACT' },
})

test.each([
  ['one name', ['ann'], isNamed('ann')],
  ['several names', ['ann', 'bob'], { OrConditions: [isNamed('ann'), isNamed('bob')] }],
])('users are found by %s, in one search and on all its pages', async (_, names, SearchCriteria) => {
  const upstream = await startScriptedUpstream(
    answers({ Users: [{ Id: 'user-1', Username: 'ann' }], NextToken: 'two' }),
    answers({ Users: [{ Id: 'user-2', Username: 'bob' }] }),
  )
  expect(await gatewayAt(upstream.url).findUsers(about(...names), patient)).toEqual({
    ok: true,
    value: [
      { userId: 'user-1', username: 'ann' },
      { userId: 'user-2', username: 'bob' },
    ],
  })
  expect(upstream.requests.map(({ path, body }) => [path, body])).toEqual([
    ['/search-users', { InstanceId: 'i', SearchCriteria, MaxResults: 100 }],
    ['/search-users', { InstanceId: 'i', SearchCriteria, MaxResults: 100, NextToken: 'two' }],
  ])
})

test.each([
  ['no list of agents', {}],
  ['an agent without an id', { UserDataList: [{ Contacts: [] }] }],
  ['an agent whose id is empty', { UserDataList: [userData('')] }],
  ['a contact whose id is empty', { UserDataList: [userData('ann', ['', 'CONNECTED'])] }],
  ['a contact with an id of 257 characters', { UserDataList: [userData('ann', ['x'.repeat(257), 'CONNECTED'])] }],
  ['a contact without a state', { UserDataList: [{ User: { Id: 'ann' }, Contacts: [{ ContactId: 'c' }] }] }],
  ['a token that is a number', { UserDataList: [], NextToken: 7 }],
])('an answer about agents that does not match the model says nothing of anybody: %s', async (_, answer) => {
  const upstream = await startScriptedUpstream(answers(answer))
  expect(await gatewayAt(upstream.url).contactsOf(about('ann'), patient)).toMatchObject({
    problem: { code: 'upstream_invalid' },
  })
})

test.each([
  ['nothing', {}],
  ['whose agent has an empty id', { Contact: { AgentInfo: { Id: '' } } }],
  ['whose agent has no id', { Contact: { AgentInfo: {} } }],
  ['whose first contact has an empty id', { Contact: { InitialContactId: '' } }],
])('a described contact that does not match the model is nobody’s: %s', async (_, answer) => {
  const upstream = await startScriptedUpstream(answers(answer))
  const described = await gatewayAt(upstream.url).describeContact({ instanceId: 'i', contactId: 'c' }, patient)
  expect(described).toMatchObject({ problem: { code: 'upstream_invalid' } })
})

test.each([
  ['no list', {}],
  ['a user without an id', { Users: [{ Username: 'ann' }] }],
  ['a user without a name', { Users: [{ Id: 'user-1' }] }],
])('a search that does not match the model finds nobody: %s', async (_, answer) => {
  const upstream = await startScriptedUpstream(answers(answer))
  expect(await gatewayAt(upstream.url).findUsers(about('ann'), patient)).toMatchObject({
    problem: { code: 'upstream_invalid' },
  })
})

test('an agent who was deleted since is what the whole question is refused for, on a later page too', async () => {
  const refused = refuses(400, 'InvalidParameterException')
  const upstream = await startScriptedUpstream(answers({ UserDataList: [], NextToken: 'two' }), refused)
  expect(await gatewayAt(upstream.url).contactsOf(about('ann', 'gone'), patient)).toMatchObject({
    problem: { code: 'invalid_request' },
  })
})

test('an answer of the hundred agents and thousand contacts that there can be is read', async () => {
  const contacts = Array.from({ length: 10 }, (_, n) => [String(n).padStart(256, '0'), 'CONNECTED_ONHOLD'] as const)
  const UserDataList = Array.from({ length: 100 }, (_, n) => userData(`user-${n}`, ...contacts))
  const upstream = await startScriptedUpstream(answers({ UserDataList }))
  const all = await gatewayAt(upstream.url).contactsOf(about('ann'), patient)
  expect(all.ok && all.value.length).toBe(1_000)
})

test('an answer without end is not read to its end', async () => {
  const upstream = await startScriptedUpstream(floods)
  expect(await gatewayAt(upstream.url).findUsers(about('ann'), patient)).toMatchObject({
    problem: { code: 'upstream_invalid', reason: 'HTTP 200 AnswerTooLarge' },
  })
  await upstream.requests[0]?.closed
})

test.each(['contactsOf', 'findUsers', 'describeContact'] as const)(
  'a caller who goes away takes the question %s along',
  async (operation) => {
    const upstream = await startScriptedUpstream(hangs)
    const caller = new AbortController()
    const question = { ...about('ann'), contactId: 'c' }
    const answer = gatewayAt(upstream.url)[operation](question, askerOf(caller.signal))
    await expect.poll(() => upstream.requests.length).toBe(1)
    caller.abort()
    expect(await answer).toMatchObject({ problem: { reason: 'the caller went away first' } })
    await upstream.requests[0]?.closed
  },
)
