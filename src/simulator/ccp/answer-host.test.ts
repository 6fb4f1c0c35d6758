import { expect, test } from 'vitest'
import { emptyDesk } from '../desk/desk.ts'
import { type DeskAction, reduceDesk } from '../desk/reduce-desk.ts'
import { answerHost } from './answer-host.ts'
import { parseHostMessage } from './host-message.ts'

const desk = reduceDesk(emptyDesk('ada', 0, 0), {
  type: 'ring',
  at: 1,
  contact: { contactId: 'a', channel: 'chat', queueName: 'Billing', label: 'Maria', phase: 'incoming' },
})

function answerTo(data: unknown) {
  const message = parseHostMessage(data)
  return message && answerHost(message, desk, 7)
}

function request(method: string, params: unknown) {
  return answerTo({ event: 'api_request', data: { event: 'api_request', requestId: 'r-1', method, params } })
}

test('a heartbeat is acknowledged', () => {
  expect(answerTo({ event: 'synchronize' })).toEqual({ action: null, replies: [{ event: 'acknowledge' }] })
})

test('a broadcast comes back, but for the logs and metrics of Streams', () => {
  const broadcast = { event: 'broadcast', data: { event: 'own::event', data: { x: 1 } } }
  expect(answerTo(broadcast)?.replies).toEqual([{ event: 'own::event', data: { x: 1 } }])
  for (const event of ['log', 'server_bound_internal_log', 'client_metric', 'click_stream_data']) {
    expect(answerTo({ event: 'broadcast', data: { event } })?.replies).toEqual([])
  }
})

test('the host turns the softphone to a contact, or to none', () => {
  const view = (data: unknown) => answerTo({ event: 'broadcast', data: { event: 'contact::view', data } })
  expect(view({ contactId: 'a' })?.action).toEqual({ type: 'view', contactId: 'a' })
  expect(view({ contactId: '' })?.action).toEqual({ type: 'view', contactId: null })
  expect(view({ contactId: 7 })).toEqual({ action: null, replies: [] })
  expect(view(null)).toEqual({ action: null, replies: [] })
})

test('what fits is done, and the request is answered with its id', () => {
  expect(request('acceptContact', { contactId: 'a' })).toEqual({
    action: { type: 'step', at: 7, step: 'accept', contactId: 'a' },
    replies: [{ event: 'api_response', data: { event: 'api_response', requestId: 'r-1', data: {}, err: null } }],
  })
  expect(request('rejectContact', { contactId: 'a' })?.action).toMatchObject({ step: 'reject' })
  expect(request('destroyConnection', { contactId: 'a', connectionId: 'a-agent' })?.action).toMatchObject({
    step: 'end',
  })
  expect(request('putAgentState', { state: { name: 'Lunch' }, enqueueNextState: true })?.action).toMatchObject({
    name: 'Lunch',
    enqueue: true,
  })
  const state = { agentStateARN: 'arn', name: 'Break', type: 'not_routable' }
  expect(request('putAgentState', { state, enqueueNextState: false })?.action).toMatchObject({ name: 'Break' })
})

test('the third party of a call is asked, taken in, and let go by its own connection', () => {
  const steps: DeskAction[] = [
    {
      type: 'ring',
      at: 1,
      contact: { contactId: 'v', channel: 'voice', queueName: '', label: '', phase: 'connecting' },
    },
    { type: 'step', at: 2, step: 'connect', contactId: 'v' },
  ]
  let talking = steps.reduce(reduceDesk, emptyDesk('ada', 0, 0))
  const ask = (method: string, connectionId?: string) => {
    const data = { requestId: 'r-1', method, params: { contactId: 'v', connectionId } }
    const message = parseHostMessage({ event: 'api_request', data })
    const action = message && answerHost(message, talking, 7).action
    if (action) talking = reduceDesk(talking, action)
    return talking.contacts[0]?.thirdParty
  }
  expect(ask('conferenceConnections')).toBeNull()
  expect(ask('createAdditionalConnection')).toBe('consulted')
  expect(ask('conferenceConnections')).toBe('conferenced')
  expect(ask('destroyConnection', 'v-third')).toBeNull()
  expect(talking.contacts[0]?.phase).toBe('connected')
})

test.each([
  ['pauseContact', { contactId: 'a' }],
  ['completeContact', { contactId: 'a' }],
  ['destroyConnection', { contactId: 'a', connectionId: 'a-third' }],
  ['clearContact', { contactId: 'a' }],
  ['acceptContact', { contactId: 'nobody' }],
  ['acceptContact', { contactId: null }],
  ['acceptContact', null],
  ['putAgentState', { state: 'Break' }],
  ['putAgentState', { state: { name: 'Dancing' } }],
  ['toString', { contactId: 'a' }],
  ['getTranscripts', {}],
])('%s with %j is refused with an error that is JSON', (method, params) => {
  const answer = request(method, params)
  expect(answer?.action).toBeNull()
  const [reply] = answer?.replies ?? []
  expect(reply).toMatchObject({ event: 'api_response', data: { requestId: 'r-1' } })
  expect(JSON.parse(String(Object(reply?.data).err))).toMatchObject({ message: expect.stringContaining(method) })
})

test('the softphone is always the master', () => {
  const data = { event: 'master_request', requestId: 'r-2', method: 'checkMaster', params: { topic: 'softphone' } }
  expect(answerTo({ event: 'master_request', data })?.replies[0]).toMatchObject({
    event: 'master_response',
    data: { requestId: 'r-2', data: { isMaster: true, topic: 'softphone' }, err: null },
  })
})

test.each([null, undefined, 7, 'synchronize', [], {}, { event: 7 }, { event: 'configure' }, { event: 'broadcast' }])(
  '%j is not for the softphone',
  (junk) => expect(parseHostMessage(junk)).toBeNull(),
)
