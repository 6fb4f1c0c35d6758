import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { createStreamsHarness, type DeskPage, type StreamsHarness } from '../support/streams-harness.ts'

let harness: StreamsHarness

beforeAll(async () => {
  harness = await createStreamsHarness()
})

afterEach(() => harness.closePages())

afterAll(() => harness.close())

/** A page with an unmodified Streams of its own, which does this first. */
const open = (first: string) => harness.open({ html: 'page-owned-softphone.html', first })

async function says(desk: DeskPage, state: object): Promise<void> {
  await expect.poll(desk.snapshot, { timeout: 15_000 }).toMatchObject(state)
}

/** How many softphones the page has, whether its Streams is still the one it loaded, and how loud that is. */
function pageKeeps(desk: DeskPage): Promise<unknown> {
  return desk.page.evaluate(`({
    softphones: document.querySelectorAll('iframe').length,
    streams: window.streams === window.connect,
    echo: connect.getLog()._echoLevel,
    framesSound: connect.initCCPParams.softphone.allowFramedSoftphone,
  })`)
}

const pagesOwn = { softphones: 1, streams: true, echo: 100, framesSound: false }

test.each([
  ['without a ccpUrl', 'startSource()'],
  ['with a ccpUrl', 'startSource(ownCcp)'],
])('a source %s that comes to a softphone with contacts shows them, and changes nothing of it', async (_, start) => {
  const desk = await open('startSoftphone()')
  const contactId = await desk.ccp.incoming({ channel: 'chat' })
  await desk.page.waitForFunction('connect.agent.initialized && new connect.Agent().getContacts().length === 1')
  await desk.page.evaluate(start)
  await says(desk, { status: 'ready', contacts: [{ contactId, phase: 'incoming' }] })
  await desk.ccp.accept(contactId)
  await says(desk, { contacts: [{ contactId, phase: 'connected' }], viewedContactId: contactId })
  expect(await pageKeeps(desk)).toEqual(pagesOwn)
})

test('an agent who has signed out before the source comes is not shown', async () => {
  const desk = await open('startSoftphone()')
  await desk.ccp.incoming({ channel: 'chat' })
  await desk.page.waitForFunction('connect.agent.initialized && new connect.Agent().getContacts().length === 1')
  const isHeard = desk.page.evaluate(
    'new Promise((resolve) => connect.core.getEventBus().subscribe(connect.EventType.TERMINATED, resolve))',
  )
  await desk.ccp.signOut()
  await isHeard
  await desk.page.evaluate('startSource({ noAnswerAfterMs: 2500 })')
  await says(desk, { status: 'failed', problem: { code: 'no_answer' } })
  await desk.ccp.signIn()
  await says(desk, { status: 'ready', contacts: [] })
  expect((await desk.snapshots()).map(({ status }) => status)).toEqual(['connecting', 'failed', 'ready'])
})

test('a source waits for a softphone that the page starts later', async () => {
  const desk = await open('startSource(); setTimeout(startSoftphone, 500)')
  await says(desk, { status: 'ready', contacts: [] })
  const contactId = await desk.ccp.incoming({ channel: 'chat' })
  await says(desk, { contacts: [{ contactId }] })
  expect(await pageKeeps(desk)).toEqual(pagesOwn)
})

test('a page with Streams and no softphone gets one, and its own initCCP later is refused by Streams', async () => {
  const desk = await open('startSource(ownCcp)')
  await says(desk, { status: 'ready', contacts: [] })
  await desk.page.evaluate('startSoftphone()')
  const contactId = await desk.ccp.incoming({ channel: 'chat' })
  await says(desk, { contacts: [{ contactId }] })
  expect(await pageKeeps(desk)).toEqual({ ...pagesOwn, framesSound: true })
})

test('a softphone that the page ends empties the desk, and the one it starts next is shown', async () => {
  const desk = await open('startSoftphone(); startSource()')
  await desk.ccp.incoming({ channel: 'chat' })
  await says(desk, { status: 'ready', contacts: [{}] })
  await desk.page.evaluate('endSoftphone()')
  await says(desk, { status: 'failed', problem: { code: 'signed_out' } })
  // Made anew, its provider would write an error to the console.
  await desk.page.evaluate('startSoftphone(connect.core.getSDKClientConfig().provider)')
  await says(desk, { status: 'ready', contacts: [{}] })
})
