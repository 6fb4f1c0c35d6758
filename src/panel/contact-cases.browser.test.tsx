import { screen, within } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { arnOf } from '../cases/testing/arns.ts'
import { type Call, ids, page, problem, templates } from '../cases/testing/scripted-backend.ts'
import type { DeskState } from '../contact/contact-source.ts'
import { contactOf, deskOf } from './testing/desk-builders.ts'
import { renderPanel } from './testing/render-panel.tsx'

type Answers = Record<string, () => Response | null>

/** Answers by contact id and token, e.g. `c-1` and `c-1 next`; null waits for ever. */
const by = (answers: Answers) => (call: Call) => {
  const contact = call.contactArn?.slice(call.contactArn.lastIndexOf('/') + 1)
  const name = [contact ?? 'templates', call.nextToken].filter(Boolean).join(' ')
  const response = answers[name] ?? (name === 'templates' ? () => templates('General') : () => page([]))
  const answer = response()
  if (answer) call.answer(answer)
}

const viewed = (contactId = 'c-1', more = {}) => deskOf([contactOf(contactId, more)], contactId)
const failed = (code: Extract<DeskState, { status: 'failed' }>['problem']['code']): DeskState => ({
  status: 'failed',
  problem: { code, detail: '' },
})
const caseNames = () => screen.queryAllByRole('link').map((link) => link.firstChild?.textContent)
const caseUrlTemplate = 'https://example.com/cases/{caseId}'

test('before the desk answers, the panel says what it waits for', () => {
  renderPanel({ desk: { status: 'connecting' } })
  expect(screen.getByRole('status')).toHaveTextContent('Connecting')
})

test.each([
  ['signed_out', 'You are signed out', 'Sign in'],
  ['access_denied', 'No access', 'Ask your administrator'],
  ['no_answer', 'does not answer', 'load this page again'],
  ['stopped_answering', 'stopped answering', 'Check your connection'],
  ['unsupported_host', 'cannot run here', 'Ask your administrator'],
] as const)('a desk that failed with %s says what happened and what to do', (code, what, todo) => {
  renderPanel({ desk: failed(code) })
  expect(screen.getByRole('alert')).toHaveTextContent(what)
  expect(screen.getByRole('alert')).toHaveTextContent(todo)
})

test('a desk without a contact says that cases will appear', () => {
  renderPanel({ desk: deskOf([]) })
  expect(screen.getByRole('status')).toHaveTextContent('No contact')
})

test('a contact is named, with its cases under their templates', async () => {
  const rule = by({ 'c-1': () => page(['case-1', 'case-2']), templates: () => templates('General') })
  renderPanel({ desk: viewed('c-1'), rule, caseUrlTemplate })
  expect(await screen.findByText('2 cases', { selector: 'p' })).toBeVisible()
  expect(screen.getByRole('heading', { level: 2 })).toHaveTextContent('Chat · Billing')
  expect(screen.getByText('Connected')).toBeVisible()
  expect(screen.getByTitle('Contact c-1')).toBeVisible()
  expect(await screen.findByRole('heading', { level: 3, name: 'General' })).toBeVisible()
  expect(caseNames()).toEqual(['case-1', 'case-2'])
})

test('a case is a link to a new tab', async () => {
  const rule = by({ 'c-1': () => page(['a/b']) })
  renderPanel({ desk: viewed(), rule, caseUrlTemplate })
  const link = await screen.findByRole('link', { name: 'a/b (opens in a new tab)' })
  expect(link).toHaveAttribute('href', 'https://example.com/cases/a%2Fb')
  expect(link).toHaveAttribute('target', '_blank')
  expect(link).toHaveAttribute('rel', expect.stringContaining('noopener'))
})

test('without a URL of cases, a case is text', async () => {
  renderPanel({ desk: viewed(), rule: by({ 'c-1': () => page(['case-1']) }) })
  expect(await screen.findByText('case-1')).toBeVisible()
  expect(screen.queryByRole('link')).toBeNull()
})

test('a case id made of HTML is shown as it is', async () => {
  const rule = by({ 'c-1': () => page(['<img src=x onerror=alert(1)>']) })
  const { container } = renderPanel({ desk: viewed(), rule })
  expect(await screen.findByText('<img src=x onerror=alert(1)>')).toBeVisible()
  expect(container.querySelector('img')).toBeNull()
})

test('a contact without cases says so', async () => {
  renderPanel({ desk: viewed(), rule: by({}) })
  expect(await screen.findByText('No case is linked to this contact.')).toBeVisible()
})

test('loading is said, but shown only when it takes long', async () => {
  const { container } = renderPanel({ desk: viewed(), rule: by({ 'c-1': () => null }) })
  const skeleton = screen.getByText('Loading cases').parentElement
  expect(skeleton).toHaveRole('status')
  expect(getComputedStyle(skeleton ?? container).opacity).toBe('0')
  await vi.waitFor(() => expect(getComputedStyle(skeleton ?? container).opacity).toBe('1'))
})

test('"Load more" adds the next cases, keeps the focus and says what came', async () => {
  const rule = by({ 'c-1': () => page(ids('a', 10), 'next'), 'c-1 next': () => page(ids('b', 10), 'last') })
  renderPanel({ desk: viewed(), rule, caseUrlTemplate })
  expect(await screen.findByText('10 cases loaded, there are more')).toBeVisible()
  const button = screen.getByRole('button', { name: 'Load more' })
  button.focus()
  await userEvent.keyboard('{Enter}')
  expect(await screen.findByText('10 more cases, 20 in all')).toHaveRole('status')
  expect(caseNames()).toEqual([...ids('a', 10), ...ids('b', 10)])
  expect(button).toHaveFocus()
})

test('the last page takes the button away, not the keyboard place', async () => {
  const rule = by({ 'c-1': () => page(ids('a', 10), 'next'), 'c-1 next': () => page(['b']) })
  renderPanel({ desk: viewed(), rule, caseUrlTemplate })
  ;(await screen.findByRole('button', { name: 'Load more' })).focus()
  await userEvent.keyboard('{Enter}')
  expect(await screen.findByText('11 cases', { selector: 'p' })).toBeVisible()
  await vi.waitFor(() => expect(screen.getByText('End of the list')).toHaveFocus())
  expect(screen.queryByRole('button')).toBeNull()
})

test('a second press while more are loading asks nothing twice', async () => {
  const rule = by({ 'c-1': () => page(ids('a', 10), 'next'), 'c-1 next': () => null })
  const { calls } = renderPanel({ desk: viewed(), rule })
  const button = await screen.findByRole('button', { name: 'Load more' })
  button.focus()
  await userEvent.keyboard('{Enter}')
  await vi.waitFor(() => expect(button).toHaveTextContent('Loading more'))
  await userEvent.keyboard('{Enter}')
  expect(calls.filter((call) => call.nextToken === 'next')).toHaveLength(1)
})

test('a failing "Load more" loses no row and can be tried again', async () => {
  const answers = [problem('upstream_denied'), page(['b'])]
  const rule = by({ 'c-1': () => page(ids('a', 10), 'next'), 'c-1 next': () => answers.shift() ?? null })
  renderPanel({ desk: viewed(), rule, caseUrlTemplate })
  await userEvent.click(await screen.findByRole('button', { name: 'Load more' }))
  expect(await screen.findByRole('alert')).toHaveTextContent('Not all cases could be loaded.')
  expect(caseNames()).toEqual(ids('a', 10))
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
  expect(await screen.findByText('11 cases', { selector: 'p' })).toBeVisible()
  expect(screen.queryByRole('alert')).toBeNull()
})

test('a failure says what to do, and a retry that succeeds shows the cases', async () => {
  const answers = [problem('upstream_denied'), page(['a'])]
  renderPanel({ desk: viewed(), rule: by({ 'c-1': () => answers.shift() ?? null }), caseUrlTemplate })
  const alert = await screen.findByRole('alert')
  expect(alert).toHaveTextContent('Cases could not be loaded')
  expect(alert).toHaveTextContent('Ask your administrator to check its permissions.')
  await userEvent.click(within(alert).getByRole('button', { name: 'Try again' }))
  expect(await screen.findByText('1 case', { selector: 'p' })).toBeVisible()
  expect(screen.getByRole('heading', { level: 2 })).toHaveFocus()
})

test("a transferred contact shows its own cases and its initial contact's, each once", async () => {
  const rule = by({ 'c-2': () => page(['new', 'both']), 'c-1': () => page(['old', 'both']) })
  renderPanel({ desk: viewed('c-2', { initialContactArn: arnOf('c-1') }), rule, caseUrlTemplate })
  await vi.waitFor(() => expect(caseNames()).toEqual(['new', 'both', 'old']))
  const marked = screen.getAllByRole('listitem').filter((item) => item.textContent?.includes('before the transfer'))
  expect(marked.map((item) => within(item).getByRole('link').firstChild?.textContent)).toEqual(['old'])
  expect(screen.getByText('Transferred')).toBeVisible()
})

test("a failing initial contact does not hide this contact's cases", async () => {
  const answers = [problem('not_found'), page(['old'])]
  const rule = by({ 'c-2': () => page(['new']), 'c-1': () => answers.shift() ?? null })
  renderPanel({ desk: viewed('c-2', { initialContactArn: arnOf('c-1') }), rule, caseUrlTemplate })
  expect(await screen.findByRole('alert')).toHaveTextContent('Not all cases could be loaded.')
  expect(caseNames()).toEqual(['new'])
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
  await vi.waitFor(() => expect(caseNames()).toEqual(['new', 'old']))
})

test('templates that are inactive, gone, or cannot be read leave the cases on screen', async () => {
  const listed = [{ templateId: 'legacy', name: 'Legacy', status: 'Inactive' }]
  const cases = [
    { caseId: 'a', templateId: 'legacy' },
    { caseId: 'b', templateId: 'deleted' },
  ]
  const rule = by({
    templates: () => Response.json({ templates: listed }),
    'c-1': () => Response.json({ cases, nextToken: null }),
  })
  renderPanel({ desk: viewed(), rule, caseUrlTemplate })
  expect(await screen.findByText('Inactive')).toBeVisible()
  expect(screen.getByText('No longer listed')).toBeVisible()
  expect(caseNames()).toEqual(['a', 'b'])
})

test('a list of templates that fails leaves the cases on screen', async () => {
  const rule = by({ 'c-1': () => page(['a']), templates: () => problem('upstream_denied') })
  renderPanel({ desk: viewed(), rule, caseUrlTemplate })
  expect(await screen.findByRole('heading', { level: 3, name: 'Template general' })).toBeVisible()
  expect(caseNames()).toEqual(['a'])
})

test('cases that were read while the contact rang are there in the first frame it is viewed', async () => {
  const rule = by({ 'c-1': () => page(['a']), 'c-2': () => page(['b']) })
  const panel = renderPanel({ desk: viewed('c-1'), rule, caseUrlTemplate })
  await vi.waitFor(() => expect(caseNames()).toEqual(['a']))
  const ringing = contactOf('c-2', { phase: 'connecting', queueName: 'Support' })
  panel.source.set(deskOf([contactOf('c-1'), ringing], 'c-1'))
  await vi.waitFor(() => expect(panel.calls.map((call) => call.contactArn)).toContain(arnOf('c-2')))
  await new Promise(requestAnimationFrame)
  panel.source.set(deskOf([contactOf('c-1'), ringing], 'c-2'))
  await new Promise(requestAnimationFrame)
  expect(screen.getByRole('heading', { level: 2 })).toHaveTextContent('Chat · Support')
  expect(caseNames()).toEqual(['b'])
})

test('nothing of the last contact is there when another one is viewed', async () => {
  const rule = by({ 'c-1': () => page(['a']), 'c-2': () => null })
  const both = [contactOf('c-1'), contactOf('c-2', { channel: 'email', queueName: null })]
  const panel = renderPanel({ desk: deskOf(both, 'c-1'), rule, caseUrlTemplate })
  await vi.waitFor(() => expect(caseNames()).toEqual(['a']))
  panel.source.set(deskOf(both, 'c-2'))
  await vi.waitFor(() => expect(screen.getByRole('heading', { level: 2 })).toHaveTextContent(/^Email$/))
  expect(caseNames()).toEqual([])
})

test('signing out takes the cases off the screen', async () => {
  const panel = renderPanel({ desk: viewed(), rule: by({ 'c-1': () => page(['a']) }), caseUrlTemplate })
  await vi.waitFor(() => expect(caseNames()).toEqual(['a']))
  panel.source.set(failed('signed_out'))
  expect(await screen.findByRole('alert')).toHaveTextContent('You are signed out')
  expect(caseNames()).toEqual([])
})
