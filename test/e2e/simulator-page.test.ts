import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { ccpOf } from '../support/ccp.ts'
import { createStreamsHost, type StreamsHost } from '../support/streams-host.ts'

let desk: StreamsHost

beforeAll(async () => {
  desk = await createStreamsHost()
})

afterEach(() => desk.closePages())

afterAll(() => desk.close())

test('a person can do all this with the keyboard and the buttons on the page', async () => {
  const page = await desk.newPage()
  await page.goto(desk.ccpUrl)
  const button = (name: string) => page.getByRole('button', { name, exact: true })
  const card = page.getByRole('article', { name: 'Chat: Maria — 2 cases', exact: true })
  await button('Incoming chat').press('Enter')
  await card.getByText('Incoming').waitFor()
  await button('Accept').press('Space')
  await card.getByText('Connected').waitFor()
  await button('Viewed').waitFor()
  await button('Transfer').click()
  await page.getByRole('article', { name: 'Chat: Maria — 2 cases (transferred)' }).getByText('Connected').waitFor()
  await card.getByRole('button', { name: 'Close contact' }).click()
  await button('End chat').click()
  await button('Close contact').click()
  await page.getByText('No contacts.').waitFor()
  await button('Incoming task').click()
  await button('Accept').click()
  await button('Pause').click()
  await button('Resume').click()
  await button('Incoming queue callback').click()
  await button('Accept').click()
  await button('Consult').click()
  await page.getByText('customer on hold').waitFor()
  await button('Conference').click()
  await button('Drop third party').click()
  await button('Hang up').click()
  await expect.poll(() => page.getByRole('combobox', { name: 'Agent state' }).inputValue()).toBe('AfterCallWork')
  await page.getByRole('article', { name: 'Callback' }).getByRole('button', { name: 'Close contact' }).click()
  await page.getByRole('combobox', { name: 'Agent state' }).selectOption('Break')
  await button('Stop answering').click()
  await button('Answer again').click()
  await button('Sign out').click()
  await page.getByRole('combobox', { name: 'Agent', exact: true }).selectOption('Ben Agent')
  await button('Sign in').click()
  await page.getByRole('heading', { name: 'Ben Agent' }).waitFor()
})

test('a step that does not fit is refused in words', async () => {
  const page = await desk.newPage()
  await page.goto(desk.ccpUrl)
  const ccp = await ccpOf(page)
  await expect(ccp.accept('nobody')).rejects.toThrow('Cannot accept "nobody": no such contact on the desk.')
  const id = await ccp.incoming({ channel: 'chat' })
  await expect(ccp.close(id)).rejects.toThrow(`Cannot close "${id}": the contact is incoming.`)
  await expect(ccp.incoming({ channel: 'chat', contactId: id })).rejects.toThrow('Cannot ring')
  await expect(ccp.view('nobody')).rejects.toThrow('no such contact')
  await expect(ccp.setAgentState('Dancing')).rejects.toThrow('There is no agent state "Dancing".')
  await ccp.signOut()
  await expect(ccp.incoming({ channel: 'chat' })).rejects.toThrow('the agent is signedOut')
})
