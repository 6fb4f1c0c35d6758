import { screen, within } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { arnOf } from '../cases/testing/arns.ts'
import { ids, page, problem } from '../cases/testing/scripted-backend.ts'
import { answerBy } from './testing/answer-by.ts'
import { contactOf, deskOf } from './testing/desk-builders.ts'
import { failedDesk } from './testing/failed-desk.ts'
import { caseIds, renderPanel } from './testing/render-panel.tsx'

const viewed = (contactId = 'c-1', more = {}) => deskOf([contactOf(contactId, more)], contactId)
const twoFrames = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))

test('a contact is named, with its cases under their templates', async () => {
  renderPanel({ desk: viewed(), rule: answerBy({ 'c-1': () => page(['case-1', 'case-2']) }) })
  expect(await screen.findByText('2 cases', { selector: 'p' })).toBeVisible()
  expect(screen.getByRole('heading', { level: 2 })).toHaveTextContent('Chat · Billing')
  expect(screen.getByText('Connected')).toBeVisible()
  expect(await screen.findByRole('row', { name: /General/ })).toBeVisible()
  expect(caseIds()).toEqual(['case-1', 'case-2'])
})

test('a case opens where the template says, in a new tab', async () => {
  const caseUrlTemplate = 'https://example.com/cases/{caseId}'
  renderPanel({ desk: viewed(), rule: answerBy({ 'c-1': () => page(['a/b']) }), caseUrlTemplate })
  const [link] = await screen.findAllByRole('link')
  expect(link).toHaveAttribute('href', 'https://example.com/cases/a%2Fb')
  expect(link).toHaveAttribute('target', '_blank')
  expect(link).toHaveAttribute('rel', expect.stringContaining('noopener'))
})

test('a host that opens cases itself is told which', async () => {
  const onOpenCase = vi.fn()
  renderPanel({ desk: viewed(), rule: answerBy({ 'c-1': () => page(['case-1']) }), onOpenCase })
  await vi.waitFor(() => expect(caseIds()).toEqual(['case-1']))
  screen.getAllByRole('button', { name: /Open case|case-1/ })[0]?.click()
  expect(onOpenCase).toHaveBeenCalledExactlyOnceWith('case-1')
})

test('without a URL of cases, nothing is a link', async () => {
  renderPanel({ desk: viewed(), rule: answerBy({ 'c-1': () => page(['case-1']) }) })
  await vi.waitFor(() => expect(caseIds()).toEqual(['case-1']))
  expect(screen.queryByRole('link')).toBeNull()
})

test('a case id made of HTML is shown as it is', async () => {
  const { container } = renderPanel({ desk: viewed(), rule: answerBy({ 'c-1': () => page(['<img src=x>']) }) })
  expect(await screen.findByText('<img src=x>')).toBeVisible()
  expect(container.querySelector('img')).toBeNull()
})

test("a transferred contact shows its own cases and its initial contact's, each once", async () => {
  const rule = answerBy({ 'c-2': () => page(['new', 'both']), 'c-1': () => page(['old', 'both']) })
  const { calls } = renderPanel({ desk: viewed('c-2', { initialContactArn: arnOf('c-1') }), rule })
  await vi.waitFor(() => expect(caseIds()).toEqual(['new', 'both', 'old']))
  const through = new Map(calls.map((call) => [call.contactArn, call.throughContactArn]))
  expect([through.get(arnOf('c-2')), through.get(arnOf('c-1'))]).toEqual([null, arnOf('c-2')])
  const marked = screen.getAllByRole('row').filter((row) => within(row).queryByText('Before the transfer'))
  expect(marked.map((row) => row.dataset['caseId'])).toEqual(['old'])
  expect(screen.getByText('Transferred')).toBeVisible()
})

test("a failing initial contact does not hide this contact's cases", async () => {
  const answers = [problem('not_found'), page(['old'])]
  const rule = answerBy({ 'c-2': () => page(['new']), 'c-1': () => answers.shift() ?? null })
  renderPanel({ desk: viewed('c-2', { initialContactArn: arnOf('c-1') }), rule })
  expect(await screen.findByRole('alert')).toHaveTextContent('Not all cases could be loaded.')
  expect(caseIds()).toEqual(['new'])
  screen.getByRole('button', { name: 'Try again' }).click()
  await vi.waitFor(() => expect(caseIds()).toEqual(['new', 'old']))
})

test('templates that cannot be read leave the cases on screen', async () => {
  renderPanel({
    desk: viewed(),
    rule: answerBy({ 'c-1': () => page(['a']), templates: () => problem('upstream_denied') }),
  })
  expect(await screen.findByRole('row', { name: /Template general/ })).toBeVisible()
  expect(caseIds()).toEqual(['a'])
})

test('a page of cases is followed by what reads on', async () => {
  const rule = answerBy({ 'c-1': () => page(ids('a', 10), 'next'), 'c-1 next': () => page(ids('b', 2)) })
  renderPanel({ desk: viewed(), rule })
  ;(await screen.findByRole('button', { name: 'Load up to 10 more' })).click()
  expect(await screen.findByText('12 cases', { selector: 'p' })).toBeVisible()
})

test('cases that were read while the contact rang are there in the first frame it is viewed', async () => {
  const panel = renderPanel({
    desk: viewed('c-1'),
    rule: answerBy({ 'c-1': () => page(['a']), 'c-2': () => page(['b']) }),
  })
  await vi.waitFor(() => expect(caseIds()).toEqual(['a']))
  const both = [contactOf('c-1'), contactOf('c-2', { phase: 'connecting', queueName: 'Support' })]
  panel.source.set(deskOf(both, 'c-1'))
  await screen.findByRole('tab', { name: /Support.*1 case/ })
  panel.source.set(deskOf(both, 'c-2'))
  await twoFrames()
  expect(screen.getByRole('heading', { level: 2 })).toHaveTextContent('Chat · Support')
  expect(caseIds()).toEqual(['b'])
})

test('nothing of the last contact is there when another one is viewed', async () => {
  const rule = answerBy({ 'c-1': () => page(['a']), 'c-2': () => null })
  const both = [contactOf('c-1'), contactOf('c-2', { channel: 'email', queueName: null })]
  const panel = renderPanel({ desk: deskOf(both, 'c-1'), rule })
  await vi.waitFor(() => expect(caseIds()).toEqual(['a']))
  panel.source.set(deskOf(both, 'c-2'))
  await vi.waitFor(() => expect(screen.getByRole('heading', { level: 2 })).toHaveTextContent(/^Email$/))
  expect(caseIds()).toEqual([])
})

test('signing out takes the cases off the screen', async () => {
  const panel = renderPanel({ desk: viewed(), rule: answerBy({ 'c-1': () => page(['a']) }) })
  await vi.waitFor(() => expect(caseIds()).toEqual(['a']))
  panel.source.set(failedDesk('signed_out'))
  expect(await screen.findByRole('alert')).toHaveTextContent('You are signed out')
  expect(caseIds()).toEqual([])
})
