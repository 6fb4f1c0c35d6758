import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { ccpFrame } from '../support/ccp.ts'
import { instanceArn } from '../support/desk-seed.ts'
import { createStreamsHarness, type DeskPage, type StreamsHarness } from '../support/streams-harness.ts'

let harness: StreamsHarness

beforeAll(async () => {
  harness = await createStreamsHarness()
})

afterEach(() => harness.closePages())

afterAll(() => harness.close())

/** Waits until the source says so. */
async function says(desk: DeskPage, state: object): Promise<void> {
  await expect.poll(desk.snapshot, { timeout: 15_000 }).toMatchObject(state)
}

async function failsWith(desk: DeskPage, code: string): Promise<void> {
  await says(desk, { status: 'failed', problem: { code } })
}

/** The phases one contact went through, each once for each time the source told of it. */
async function phasesOf(desk: DeskPage, contactId: string): Promise<string[]> {
  const contacts = (await desk.snapshots()).map(({ contacts = [] }) =>
    contacts.filter((it) => it.contactId === contactId),
  )
  return contacts.flatMap((same) => same.map((contact) => contact.phase))
}

test('a chat rings, connects, ends and leaves; the source tells each step once', async () => {
  const desk = await harness.open()
  await says(desk, { status: 'ready', contacts: [], viewedContactId: null })
  const contactId = await desk.ccp.incoming({ channel: 'chat', queueName: 'Billing' })
  await says(desk, {
    contacts: [
      {
        contactArn: `${instanceArn}/contact/${contactId}`,
        contactId,
        initialContactArn: null,
        channel: 'chat',
        queueName: 'Billing',
        phase: 'incoming',
      },
    ],
  })
  await desk.ccp.accept(contactId)
  await says(desk, { contacts: [{ phase: 'connected' }], viewedContactId: contactId })
  await desk.ccp.end(contactId)
  await says(desk, { contacts: [{ phase: 'afterCallWork' }] })
  await desk.ccp.close(contactId)
  await says(desk, { contacts: [], viewedContactId: null })
  const phases = await phasesOf(desk, contactId)
  expect(phases.filter((phase, index) => phase !== phases[index - 1])).toEqual([
    'incoming',
    'connecting',
    'connected',
    'afterCallWork',
  ])
  const texts = (await desk.snapshots()).map((snapshot) => JSON.stringify(snapshot))
  expect(texts.filter((text, index) => text === texts[index - 1])).toEqual([])
})

test('an ordinary chat writes nothing to the console', async () => {
  const desk = await harness.open()
  await accepted(desk, await desk.ccp.incoming({ channel: 'chat' }))
  expect(desk.consoleLines).toEqual([])
})

test('missed contacts of each channel stay until they are put away', async () => {
  const desk = await harness.open()
  for (const channel of ['voice', 'task', 'email'] as const) {
    const contactId = await desk.ccp.incoming({ channel })
    await desk.ccp.miss(contactId)
    await says(desk, { contacts: [{ contactId, channel, phase: 'missed' }] })
    await desk.ccp.close(contactId)
    await says(desk, { contacts: [] })
  }
})

test('a transferred contact says which contact it began as', async () => {
  const desk = await harness.open()
  const first = await accepted(desk, await desk.ccp.incoming({ channel: 'chat' }))
  const second = await desk.ccp.transfer(first)
  await says(desk, {
    contacts: [
      { contactId: first, initialContactArn: null, phase: 'afterCallWork' },
      { contactId: second, initialContactArn: `${instanceArn}/contact/${first}`, phase: 'connected' },
    ],
  })
})

/** Accepts, and waits for what follows by itself. */
async function accepted(desk: DeskPage, contactId: string): Promise<string> {
  await desk.ccp.accept(contactId)
  await says(desk, { contacts: [{ contactId, phase: 'connected' }] })
  return contactId
}

test('the view follows the softphone, to no contact too', async () => {
  const desk = await harness.open()
  const first = await desk.ccp.incoming({ channel: 'chat' })
  const second = await desk.ccp.incoming({ channel: 'chat' })
  await desk.ccp.view(first)
  await says(desk, { viewedContactId: first })
  await desk.ccp.view(second)
  await says(desk, { viewedContactId: second })
  await desk.ccp.view(null)
  await says(desk, { contacts: [{}, {}], viewedContactId: null })
})

test('after a reload each contact is there once, in its phase, and told once', async () => {
  const desk = await harness.open()
  const over = await accepted(desk, await desk.ccp.incoming({ channel: 'chat' }))
  await desk.ccp.end(over)
  const talking = await desk.ccp.incoming({ channel: 'chat' })
  await desk.ccp.accept(talking)
  const contacts = [
    { contactId: over, phase: 'afterCallWork' },
    { contactId: talking, phase: 'connected' },
  ]
  await says(desk, { contacts })
  await desk.page.reload()
  await says(desk, { contacts, viewedContactId: talking })
  expect(await phasesOf(desk, over)).not.toContain('connected')
  expect(await phasesOf(desk, talking)).not.toContain('connecting')
})

test('after the softphone alone is reloaded nothing has changed, and nothing is told', async () => {
  const desk = await harness.open()
  const contactId = await accepted(desk, await desk.ccp.incoming({ channel: 'chat' }))
  await says(desk, { viewedContactId: contactId })
  const before = (await desk.snapshots()).length
  const softphone = await ccpFrame(desk.page)
  await softphone.goto(softphone.url())
  // What the agent does next is heard, so what came before it was too.
  await desk.ccp.end(contactId)
  await says(desk, { contacts: [{ phase: 'afterCallWork' }] })
  expect((await desk.snapshots()).length).toBe(before + 1)
})

test('another agent at the same softphone has an empty desk', async () => {
  const desk = await harness.open()
  const contactId = await accepted(desk, await desk.ccp.incoming({ channel: 'chat' }))
  await says(desk, { viewedContactId: contactId })
  const before = await desk.snapshot()
  await desk.ccp.signIn({ agent: 'ben' })
  await says(desk, { status: 'ready', contacts: [], viewedContactId: null })
  expect(await desk.snapshot()).not.toMatchObject({ agentArn: Reflect.get(Object(before), 'agentArn') })
})

test.each(['signOut', 'expireSession'] as const)('%s is seen, and so is who signs in next', async (leave) => {
  const desk = await harness.open()
  await accepted(desk, await desk.ccp.incoming({ channel: 'chat' }))
  await desk.ccp[leave]()
  await failsWith(desk, 'signed_out')
  await desk.ccp.signIn()
  await says(desk, { status: 'ready', contacts: [] })
  const contactId = await desk.ccp.incoming({ channel: 'task' })
  await says(desk, { contacts: [{ contactId }] })
})

test('an agent without access is told from one who signed out', async () => {
  const desk = await harness.open()
  await says(desk, { status: 'ready' })
  await desk.ccp.denyAccess()
  await failsWith(desk, 'access_denied')
})

test('a softphone that never answers fails, and works once it does', async () => {
  const desk = await harness.open({ ccpQuery: '?answer=never', limits: { noAnswerAfterMs: '300' } })
  await failsWith(desk, 'no_answer')
  await desk.ccp.answer()
  await says(desk, { status: 'ready', contacts: [] })
})

test('a softphone that stops answering fails, and works again by itself', async () => {
  // Longer than the second between two acknowledges.
  const desk = await harness.open({ limits: { stoppedAnsweringAfterMs: '3000' } })
  const contactId = await desk.ccp.incoming({ channel: 'chat' })
  await says(desk, { contacts: [{ contactId }] })
  await desk.ccp.stopAnswering()
  await failsWith(desk, 'stopped_answering')
  await desk.ccp.answer()
  await says(desk, { status: 'ready', contacts: [{ contactId }] })
})

test('who subscribes late, leaves and comes back starts no second softphone and sees every contact', async () => {
  const desk = await harness.open()
  const contactId = await desk.ccp.incoming({ channel: 'chat' })
  await says(desk, { contacts: [{ contactId }] })
  await desk.page.evaluate('source.subscribe(() => {})(); source.subscribe(() => {})()')
  expect(await desk.snapshot()).toMatchObject({ contacts: [{ contactId }] })
  expect(desk.page.frames()).toHaveLength(2)
})

test('a second source on the page shows the same softphone, and starts none', async () => {
  const desk = await harness.open()
  await says(desk, { status: 'ready' })
  await desk.page.evaluate('window.second = createSource()')
  const contactId = await desk.ccp.incoming({ channel: 'chat' })
  await says(desk, { contacts: [{ contactId }] })
  await expect.poll(() => desk.page.evaluate('second.getSnapshot()')).toMatchObject({ contacts: [{ contactId }] })
  expect(desk.page.frames()).toHaveLength(2)
})
