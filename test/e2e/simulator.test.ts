import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { createStreamsHost, everythingSeen, type StreamsHost, seen } from '../support/streams-host.ts'

let desk: StreamsHost

beforeAll(async () => {
  desk = await createStreamsHost()
})

afterEach(() => desk.closePages())

afterAll(() => desk.close())

test('Streams hears the agent, then a chat that rings, is accepted, viewed, ended and put away', async () => {
  const { page, ccp } = await desk.open()
  expect(await seen(page, 'agent')).toMatch(
    /^agent Ada Agent arn:aws:connect:us-east-1:111122223333:instance\/0f6a2f4e-6b1f-4f0e-9d52-1c8a4f4f7a10\/agent\/[\w-]{36} Available$/,
  )
  await seen(page, 'state Init to Available')
  const id = await ccp.incoming({ channel: 'chat', contactId: 'seeded-1' })
  await seen(page, `incoming ${id}`)
  await ccp.accept(id)
  await seen(page, `view ${id}`)
  await seen(page, `connected ${id}`)
  await ccp.end(id)
  await seen(page, `ended ${id}`)
  await ccp.close(id)
  await seen(page, 'view nobody')
  expect((await everythingSeen(page)).slice(3)).toEqual([
    'contact seeded-1 chat queue=Billing',
    'incoming seeded-1',
    'connecting seeded-1',
    'view seeded-1',
    'connected seeded-1',
    'after-call work seeded-1',
    'ended seeded-1',
    'destroyed seeded-1',
    'view nobody',
  ])
})

test('a contact of each kind rings, and after a call there is after-call work', async () => {
  const { page, ccp } = await desk.open()
  for (const channel of ['voice', 'chat', 'task', 'email'] as const) {
    const id = await ccp.incoming({ channel })
    await seen(page, `contact ${id} ${channel} queue=Support`)
    await ccp.accept(id)
    await seen(page, `connected ${id}`)
    await ccp.end(id)
    await seen(page, `after-call work ${id}`)
    await ccp.close(id)
    await seen(page, `destroyed ${id}`)
  }
})

test('an inbound contact can ring as connecting, as a real softphone lets it ring', async () => {
  const { page, ccp } = await desk.open()
  const id = await ccp.incoming({ channel: 'voice', ringsAs: 'connecting' })
  await seen(page, `connecting ${id}`)
  await ccp.accept(id)
  await seen(page, `connected ${id}`)
  expect(await everythingSeen(page)).not.toContain(`incoming ${id}`)
})

test('a queued callback is pending after the agent took it, then connects', async () => {
  const { page, ccp } = await desk.open()
  const id = await ccp.incoming({ channel: 'queue_callback' })
  await seen(page, `contact ${id} queue_callback queue=Support`)
  await ccp.accept(id)
  await seen(page, `connected ${id}`)
  expect((await everythingSeen(page)).filter((line) => line.endsWith(id))).toEqual([
    `incoming ${id}`,
    `pending ${id}`,
    `view ${id}`,
    `connecting ${id}`,
    `connected ${id}`,
  ])
})

test('a call that fails is an error: also a missed one where it had not begun', async () => {
  const { page, ccp } = await desk.open()
  const [early, late] = [await ccp.incoming({ channel: 'voice' }), await ccp.incoming({ channel: 'chat' })]
  await ccp.fail(early)
  await seen(page, `error ${early}`)
  await seen(page, `missed ${early}`)
  await seen(page, 'agent error FailedConnectAgent')
  await ccp.accept(late)
  await seen(page, `connected ${late}`)
  await ccp.fail(late)
  await seen(page, `error ${late}`)
  expect(await everythingSeen(page)).not.toContain(`missed ${late}`)
})

test('Streams sees the third party of a call come in while the customer is on hold, and can send it away', async () => {
  const { page, ccp } = await desk.open()
  const id = await ccp.incoming({ channel: 'voice' })
  await ccp.accept(id)
  await seen(page, `connected ${id}`)
  const parties = () => page.evaluate(`ask.parties('${id}')`)
  await ccp.consult(id)
  await expect.poll(parties).toEqual(['agent connected', 'inbound hold', 'outbound connected'])
  await ccp.conference(id)
  await expect.poll(parties).toEqual(['agent connected', 'inbound connected', 'outbound connected'])
  expect(await page.evaluate(`ask.dropThird('${id}')`)).toBe('done')
  await expect.poll(parties).toEqual(['agent connected', 'inbound connected'])
})

test('Streams can ask a third party, take it into the call, and pause a task', async () => {
  const { page, ccp } = await desk.open()
  const [call, task] = [await ccp.incoming({ channel: 'voice' }), await ccp.incoming({ channel: 'task' })]
  for (const id of [call, task]) {
    await ccp.accept(id)
    await seen(page, `connected ${id}`)
  }
  expect(await page.evaluate(`ask.conference('${call}')`)).toMatch(/^refused/)
  expect(await page.evaluate(`ask.consult('${call}')`)).toBe('done')
  expect(await page.evaluate(`ask.conference('${call}')`)).toBe('done')
  expect(await page.evaluate(`ask.pause('${task}')`)).toBe('done')
  expect((await ccp.state()).contacts).toMatchObject([{ thirdParty: 'conferenced' }, { phase: 'paused' }])
  expect(await page.evaluate(`ask.resume('${task}')`)).toBe('done')
  expect((await ccp.state()).contacts[1]?.phase).toBe('connected')
})

test('a contact nobody takes is missed; so is one that the agent rejects', async () => {
  const { page, ccp } = await desk.open()
  const [missed, rejected] = [await ccp.incoming({ channel: 'voice' }), await ccp.incoming({ channel: 'chat' })]
  await ccp.miss(missed)
  await seen(page, `missed ${missed}`)
  await ccp.reject(rejected)
  await seen(page, `missed ${rejected}`)
  await ccp.close(missed)
  await seen(page, `destroyed ${missed}`)
  expect(await everythingSeen(page)).not.toContain(`connected ${missed}`)
})

test('a transferred contact goes on under a new id and keeps its first one, over two transfers', async () => {
  const { page, ccp } = await desk.open()
  const first = await ccp.incoming({ channel: 'chat', contactId: 'seeded-1' })
  await ccp.accept(first)
  await seen(page, `connected ${first}`)
  const second = await ccp.transfer(first)
  await seen(page, `contact ${second} chat queue=Billing initial=${first}`)
  await seen(page, `ended ${first}`)
  await seen(page, `connected ${second}`)
  await seen(page, `view ${second}`)
  const third = await ccp.transfer(second)
  await seen(page, `contact ${third} chat queue=Billing initial=${first}`)
})

test('a paused task connects again when it is resumed', async () => {
  const { page, ccp } = await desk.open()
  const id = await ccp.incoming({ channel: 'task' })
  await ccp.accept(id)
  await seen(page, `connected ${id}`)
  await ccp.pause(id)
  await page.waitForFunction(`ask.contacts()[0][1] === 'paused'`)
  await ccp.resume(id)
  await page.waitForFunction(`seen.filter((line) => line === 'connected ${id}').length === 2`)
})

test('the agent looks at one contact at a time, and the page around the softphone can turn to another', async () => {
  const { page, ccp } = await desk.open()
  const [a, b] = [await ccp.incoming({ channel: 'chat' }), await ccp.incoming({ channel: 'chat' })]
  await ccp.accept(a)
  await seen(page, `view ${a}`)
  await ccp.view(b)
  await seen(page, `view ${b}`)
  await page.evaluate(`ask.view('${a}')`)
  await expect.poll(async () => (await ccp.state()).viewedContactId).toBe(a)
  await ccp.view(null)
  await seen(page, 'view nobody')
  expect((await everythingSeen(page)).filter((line) => line.startsWith('view'))).toEqual([
    `view ${a}`,
    `view ${b}`,
    `view ${a}`,
    'view nobody',
  ])
})

test('what Streams asks for is done, and what does not fit is refused', async () => {
  const { page, ccp } = await desk.open()
  const id = await ccp.incoming({ channel: 'voice' })
  await seen(page, `incoming ${id}`)
  expect(await page.evaluate(`ask.clear('${id}')`)).toMatch(/^refused: .*clearContact does not fit/)
  expect(await page.evaluate(`ask.accept('${id}')`)).toBe('done')
  await seen(page, `accepted ${id}`)
  await seen(page, `connected ${id}`)
  expect(await page.evaluate(`ask.hangUp('${id}')`)).toBe('done')
  await seen(page, `ended ${id}`)
  expect(await page.evaluate(`ask.clear('${id}')`)).toBe('done')
  await seen(page, `destroyed ${id}`)
  const other = await ccp.incoming({ channel: 'chat' })
  await seen(page, `incoming ${other}`)
  expect(await page.evaluate(`ask.reject('${other}')`)).toBe('done')
  await seen(page, `missed ${other}`)
  expect(await page.evaluate(`ask.complete('${other}')`)).toBe('done')
  await seen(page, `destroyed ${other}`)
})

test('the agent state changes from both sides, and Streams can tell for how long it has been', async () => {
  const { page, ccp } = await desk.open()
  await ccp.setAgentState('Break')
  await seen(page, 'state Available to Break')
  expect(await page.evaluate(`ask.setState('Offline')`)).toBe('done')
  await seen(page, 'state Break to Offline')
  expect((await ccp.state()).agentState.name).toBe('Offline')
  expect(await page.evaluate('ask.stateDuration()')).toBeGreaterThanOrEqual(0)
})
