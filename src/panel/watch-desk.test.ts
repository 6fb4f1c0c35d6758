import { expect, test, vi } from 'vitest'
import { contactCasesQuery } from '../cases/contact-cases-query.ts'
import { templateQuery } from '../cases/templates-query.ts'
import { arnOf } from '../cases/testing/arns.ts'
import { type Call, details, page, templates } from '../cases/testing/scripted-backend.ts'
import type { DeskProblem, DeskState } from '../contact/contact-source.ts'
import { contactOf, deskOf } from './testing/desk-builders.ts'
import { ringing, watched } from './testing/watched-desk.ts'

test('a contact is asked for when it rings, and not again when it is accepted and ends', async () => {
  const desk = watched(deskOf([]))
  desk.source.set(deskOf([ringing]))
  expect(desk.asked()).toEqual([arnOf('c-1')])
  await vi.waitFor(() => expect(desk.remembered()).toContain(arnOf('c-1')))
  desk.source.set(deskOf([contactOf('c-1')], 'c-1'))
  desk.source.set(deskOf([contactOf('c-1', { phase: 'afterCallWork' })], 'c-1'))
  expect(desk.asked()).toHaveLength(1)
})

test('a transferred contact that rings is asked for together with its initial contact', () => {
  const desk = watched(deskOf([{ ...ringing, initialContactArn: arnOf('c-0') }]))
  expect(desk.asked()).toEqual([arnOf('c-1'), arnOf('c-0')])
})

test('contacts that were there before the panel are not read ahead', () => {
  expect(watched(deskOf([contactOf('c-1'), contactOf('c-2')])).asked()).toEqual([])
})

test('a contact that leaves the desk is forgotten, and its request aborted', async () => {
  const desk = watched(deskOf([ringing]))
  await vi.waitFor(() => expect(desk.remembered()).toContain(arnOf('c-1')))
  desk.source.set(deskOf([]))
  expect(desk.remembered()).not.toContain(arnOf('c-1'))

  const slow = watched(deskOf([ringing]), () => {})
  slow.source.set(deskOf([]))
  expect(slow.calls.find((call) => call.contactArn !== null)?.aborted()).toBe(true)
})

test('an initial contact stays while another contact of the desk needs it', async () => {
  const transferred = contactOf('c-2', { phase: 'connecting', initialContactArn: arnOf('c-1') })
  const desk = watched(deskOf([ringing, transferred]))
  await vi.waitFor(() => expect(desk.remembered()).toContain(arnOf('c-1')))
  desk.source.set(deskOf([transferred]))
  expect(desk.remembered()).toContain(arnOf('c-1'))
  desk.source.set(deskOf([]))
  expect(desk.remembered()).toEqual(['case-templates'])
})

const withDetails = (call: Call) => {
  if (call.route === 'case-details') call.answer(details('case-1'))
  else
    call.answer(call.route === 'templates' ? templates('General') : page(['case-1'], null, { detailsToken: 'token' }))
}

test('the details of a contact that rings are asked for with its cases, and forgotten with it', async () => {
  const desk = watched(deskOf([ringing]), withDetails)
  await vi.waitFor(() => expect(desk.remembered()).toContain('case-details'))
  desk.source.set(deskOf([]))
  expect(desk.remembered()).toEqual(['case-templates'])
})

test('a request for details that nobody waits for any more is aborted', async () => {
  const desk = watched(deskOf([ringing]), (call) => {
    if (call.route !== 'case-details') withDetails(call)
  })
  await vi.waitFor(() => expect(desk.calls.at(-1)?.route).toBe('case-details'))
  desk.source.set(deskOf([]))
  expect(desk.calls.at(-1)?.aborted()).toBe(true)
})

test('a template that was asked for by its id is forgotten with the session', async () => {
  const desk = watched(deskOf([ringing]), withDetails)
  desk.queryClient.setQueryData(templateQuery(desk.client, 'old').queryKey, {
    templateId: 'old',
    name: 'Old',
    status: 'Deleted',
  })
  desk.source.set(failed('signed_out'))
  expect(desk.remembered()).toEqual([])
})

const failed = (code: DeskProblem['code']): DeskState => ({
  status: 'failed',
  problem: { code, detail: '' },
})

test.each(['signed_out', 'access_denied', 'no_desktop'] as const)(
  'everything is forgotten when the desk says %s',
  async (code) => {
    const desk = watched(deskOf([ringing]))
    await vi.waitFor(() => expect(desk.remembered()).toHaveLength(2))
    desk.source.set(failed(code))
    expect(desk.remembered()).toEqual([])
  },
)

test('another agent finds nothing of the last one, not even for the same contact', async () => {
  const desk = watched(deskOf([ringing], null, 'agent-1'))
  await vi.waitFor(() => expect(desk.remembered()).toHaveLength(2))
  desk.source.set(deskOf([ringing], null, 'agent-2'))
  expect(desk.remembered()).toEqual([])
  expect(desk.asked()).toEqual([arnOf('c-1'), arnOf('c-1')])
})

test.each(['stopped_answering', 'no_answer'] as const)('a desk that says %s costs nothing', async (code) => {
  const desk = watched(deskOf([ringing]))
  await vi.waitFor(() => expect(desk.remembered()).toHaveLength(2))
  desk.source.set(failed(code))
  desk.source.set(deskOf([ringing]))
  expect(desk.remembered()).toHaveLength(2)
  expect(desk.asked()).toHaveLength(1)
})

test('a panel that goes away leaves nothing behind', async () => {
  const desk = watched(deskOf([ringing]))
  await vi.waitFor(() => expect(desk.remembered()).toHaveLength(2))
  desk.unwatch()
  expect(desk.remembered()).toEqual([])
  desk.source.set(deskOf([contactOf('c-2', { phase: 'connecting' })]))
  expect(desk.asked()).toHaveLength(1)
})

test('the contact that another was transferred from is asked for through that one, and no other is', () => {
  const initialContactArn = arnOf('c-0')
  const desk = watched(deskOf([contactOf('c-1', { phase: 'connecting', initialContactArn })]))
  const asked = desk.calls.filter((call) => call.contactArn !== null)
  expect(asked.map((call) => [call.contactArn, call.throughContactArn])).toEqual([
    [arnOf('c-1'), null],
    [initialContactArn, arnOf('c-1')],
  ])
})

test('a panel that nobody has seen asks for nothing, until it is seen', async () => {
  const desk = watched(deskOf([contactOf('c-1')], 'c-1'), undefined, false)
  expect(desk.calls).toEqual([])
  desk.visibility.set(true)
  await vi.waitFor(() => expect(desk.remembered()).toEqual(['case-templates']))
})

test('what is read of a contact is forgotten with it, also where nobody has seen the panel', async () => {
  const desk = watched(deskOf([contactOf('c-1')], 'c-1'), undefined, false)
  await desk.queryClient.fetchInfiniteQuery(contactCasesQuery(desk.client, arnOf('c-1')))
  expect(desk.remembered()).toEqual([arnOf('c-1')])
  desk.source.set(deskOf([]))
  expect(desk.remembered()).toEqual([])
})

test('a contact that rings is read ahead by a panel that nobody has seen', () => {
  expect(watched(deskOf([ringing]), undefined, false).asked()).toEqual([arnOf('c-1')])
})

test('of a desk that says no phase, a contact that has just come is read ahead, and one that was there is not', () => {
  const unsaid = (ageMs: number) => contactOf('c-1', { phase: null, phaseSince: Date.now() - ageMs })
  expect(watched(deskOf([unsaid(1000)]), undefined, false).asked()).toEqual([arnOf('c-1')])
  expect(watched(deskOf([unsaid(60_000)]), undefined, false).asked()).toEqual([])
  expect(watched(deskOf([contactOf('c-1', { phase: null, phaseSince: null })])).asked()).toEqual([])
})
