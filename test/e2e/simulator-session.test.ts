import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { ccpFrame } from '../support/ccp.ts'
import { createStreamsHost, everythingSeen, type StreamsHost, seen } from '../support/streams-host.ts'

let desk: StreamsHost

beforeAll(async () => {
  desk = await createStreamsHost()
})

afterEach(() => desk.closePages())

afterAll(() => desk.close())

test('contacts outlive a reload of the softphone, and one caught while connecting still connects', async () => {
  const { page, ccp } = await desk.open()
  const id = await ccp.incoming({ channel: 'chat' })
  await ccp.accept(id)
  await (await ccpFrame(page)).evaluate('location.reload()')
  await seen(page, `connected ${id}`)
  expect((await ccp.state()).contacts.map(({ contactId }) => contactId)).toEqual([id])
  expect(await everythingSeen(page)).not.toContain(`destroyed ${id}`)
})

test('each browser begins with an empty desk', async () => {
  const { ccp } = await desk.open()
  await ccp.incoming({ channel: 'chat', contactId: 'seeded-1' })
  const other = await desk.open()
  expect((await other.ccp.state()).contacts).toEqual([])
})

test('signing out and in again is heard, and the desk is empty afterwards', async () => {
  const { page, ccp } = await desk.open()
  const id = await ccp.incoming({ channel: 'chat' })
  await seen(page, `incoming ${id}`)
  await ccp.signOut()
  await seen(page, 'terminated')
  await ccp.signIn()
  await seen(page, `destroyed ${id}`)
})

test('the window that Streams opens to sign in signs in the softphone in the frame', async () => {
  const { page, ccp } = await desk.open('', '&loginPopup')
  await seen(page, 'agent Ada Agent')
  const [popup] = await Promise.all([page.waitForEvent('popup'), ccp.signOut()])
  await popup.getByRole('combobox', { name: 'Agent' }).selectOption('Ben Agent')
  await Promise.all([popup.waitForEvent('close'), popup.getByRole('button', { name: 'Sign in' }).click()])
  await seen(page, 'agent changed to Ben Agent')
})

test('an expired session and a denied access are heard', async () => {
  const { page, ccp } = await desk.open()
  await ccp.expireSession()
  await seen(page, 'auth fail')
  await ccp.signIn()
  await ccp.denyAccess()
  await seen(page, 'access denied')
})

test('a softphone that gives up signing in says for which service', async () => {
  const { page, ccp } = await desk.open()
  await ccp.exhaustRetries('cti')
  await seen(page, 'cti retries exhausted')
  await ccp.exhaustRetries('authorize')
  await seen(page, 'authorize retries exhausted')
  await ccp.signIn()
  await ccp.setAgentState('Break')
  await seen(page, 'state Available to Break')
})

test('another agent can take over without a word: only the ARN changes', async () => {
  const { page, ccp } = await desk.open()
  await seen(page, 'agent Ada Agent')
  await ccp.signIn({ agent: 'ben' })
  await seen(page, 'agent changed to Ben Agent')
  expect(await everythingSeen(page)).not.toContain('terminated')
})

test('a softphone told never to answer is silent, over the reloads of Streams, until it is told to', async () => {
  const { page, ccp } = await desk.open('?answer=never')
  await seen(page, 'no answer')
  await page.waitForEvent('frameattached')
  expect(await everythingSeen(page)).not.toContain('initialized')
  await ccp.answer()
  await seen(page, 'agent Ada Agent')
})

test('a softphone can answer late', async () => {
  const { page } = await desk.open('?answer=after:1500')
  await seen(page, 'agent Ada Agent')
  expect((await everythingSeen(page))[0]).toBe('no answer')
})

test('a softphone that stopped answering says nothing, and says everything once it answers again', async () => {
  const { page, ccp } = await desk.open()
  await seen(page, 'agent')
  await page.evaluate(`tell({ event: 'synchronize' })`)
  await page.waitForFunction(`heard.at(-1) === 'acknowledge'`)
  await ccp.stopAnswering()
  const before = await page.evaluate<string[]>('heard')
  await page.evaluate(`tell({ event: 'synchronize' }, { event: 'broadcast', data: { event: 'anything' } })`)
  const id = await ccp.incoming({ channel: 'chat' })
  await ccp.accept(id)
  expect(await page.evaluate('heard')).toEqual(before)
  await ccp.answer()
  await seen(page, `connected ${id}`)
  expect((await page.evaluate<string[]>('heard')).slice(before.length)[0]).toBe('acknowledge')
})

test('junk from the page around it does the softphone no harm, and nobody else is heard', async () => {
  const { page, ccp } = await desk.open()
  const id = await ccp.incoming({ channel: 'chat' })
  await page.evaluate(`
    const request = { event: 'api_request', requestId: 'r', method: 'acceptContact', params: { contactId: '${id}' } }
    const junk = [null, undefined, 7, 'text', [], {}, { event: null }, { event: 'api_request' },
      { event: 'api_request', data: { requestId: 'r', method: 'acceptContact' } },
      { event: 'api_request', data: { ...request, params: { contactId: 7 } } },
      { event: 'api_request', data: { ...request, method: 'constructor' } },
      { event: 'broadcast', data: { event: 'contact::view', data: { contactId: { toString: 1 } } } },
      { event: 'broadcast', data: { event: 'contact::view', data: { contactId: 'no such contact' } } },
      { event: 'master_request', data: {} }]
    tell(...junk)
    const stranger = document.body.appendChild(document.createElement('iframe')).contentWindow
    stranger.softphone = document.querySelector('#ccp iframe').contentWindow
    stranger.eval('softphone.postMessage(' + JSON.stringify({ event: 'api_request', data: request }) + ', "*")')
  `)
  await ccp.setAgentState('Break')
  await seen(page, 'state Available to Break')
  expect(await ccp.state()).toMatchObject({ contacts: [{ contactId: id, phase: 'incoming' }], viewedContactId: null })
})
