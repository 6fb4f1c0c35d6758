import { expect, test } from 'vitest'
import { emptyDesk } from '../../desk/desk.ts'
import { reduceDesk } from '../../desk/reduce-desk.ts'
import { type AppSession, openSession, type World } from './app-session.ts'
import { contactEvents } from './contact-events.ts'
import { reduceSession, type SessionEvent } from './reduce-session.ts'
import { firstSettings } from './settings.ts'

const nobody = emptyDesk('ada', 0, 0)
const contact = { contactId: 'c-1', channel: 'chat', queueName: 'Support', label: 'Maria', phase: 'incoming' } as const
const ringing = reduceDesk(nobody, { type: 'ring', at: 0, contact })
const viewed = reduceDesk(ringing, { type: 'view', contactId: 'c-1' })

const world: World = {
  setup: { instanceArn: 'arn:aws:connect:eu-west-2:111122223333:instance/i-1', contacts: [] },
  desk: viewed,
  settings: firstSettings,
  agent: { arn: 'agent-arn', name: 'Ada Agent' },
}

const loading = openSession('frame', { type: 'contact', contactId: 'c-1' })
const init: SessionEvent = { type: 'init', at: 1, instanceId: 'instance', connectionId: 'connection' }
const completed = (stage: 'create' | 'destroy') => said({ type: 'appLifecycleHandlerCompleted', stage })

function said(message: Extract<SessionEvent, { type: 'message' }>['message']): SessionEvent {
  return { type: 'message', at: 2, message }
}

/** The session after these events, and a word for each thing said. */
function play(session: AppSession, events: readonly SessionEvent[], around = world) {
  const words: string[] = []
  let now = session
  for (const event of events) {
    const turn = reduceSession(now, event, around)
    now = turn.session
    words.push(...turn.says.map(({ type, stage }) => (typeof stage === 'string' ? stage : type)))
  }
  return { stage: now.stage, words, session: now }
}

test('an app in view is acknowledged, created and started', () => {
  expect(play(loading, [init, completed('create')])).toMatchObject({
    stage: 'running',
    words: ['acknowledge', 'create', 'start'],
  })
})

test('an app out of view is created only', () => {
  const { stage, words } = play(loading, [init, completed('create')], { ...world, desk: ringing })
  expect([stage, words]).toEqual(['stopped', ['acknowledge', 'create']])
})

test('the scope says whether there is a contact', () => {
  const created = (session: AppSession) => reduceSession(session, init, world).says[1]
  const scope = { type: 'contact', contactId: 'c-1' }
  expect(created(loading)).toMatchObject({ scope, contactScope: scope, region: 'eu-west-2' })
  expect(created(openSession('idle', { type: 'idle' }))).toMatchObject({ scope: { type: 'idle' } })
  expect(created(openSession('idle', { type: 'idle' }))).not.toHaveProperty('contactScope')
})

test('an app that runs is stopped before it is destroyed; one out of view is only destroyed', () => {
  const running = play(loading, [init, completed('create')]).session
  expect(play(running, [{ type: 'destroy' }, completed('destroy')])).toMatchObject({
    stage: 'gone',
    words: ['stop', 'destroy'],
  })
  expect(play({ ...running, stage: 'stopped' }, [{ type: 'destroy' }]).words).toEqual(['destroy'])
})

test('an app that never greeted, or was closed, is gone without a word', () => {
  for (const stage of ['loading', 'silent'] as const) {
    expect(play({ ...loading, stage }, [{ type: 'destroy' }])).toMatchObject({ stage: 'gone', words: [] })
  }
  const over = { ...loading, instanceId: 'instance', reason: 'why' }
  for (const stage of ['closed', 'failed'] as const) {
    expect(play({ ...over, stage }, [{ type: 'destroy' }])).toMatchObject({ stage: 'gone', words: [] })
  }
})

test('an app destroyed while it is created goes when the workspace has waited enough', () => {
  const { session, words } = play(loading, [init, { type: 'destroy' }, completed('create')])
  expect([session.stage, words]).toEqual(['destroying', ['acknowledge', 'create', 'destroy']])
  expect(play(session, [{ type: 'timeout', stage: 'destroying' }]).stage).toBe('gone')
})

test('waiting ends what it was for, and nothing else', () => {
  expect(play(loading, [{ type: 'timeout', stage: 'loading' }]).stage).toBe('silent')
  expect(play(loading, [init, { type: 'timeout', stage: 'loading' }]).stage).toBe('creating')
  expect(play(loading, [init, { type: 'destroy' }, { type: 'timeout', stage: 'loading' }]).stage).toBe('destroying')
})

test('a late greeting is welcome, except to a frame on its way out', () => {
  expect(play({ ...loading, stage: 'silent' }, [init]).stage).toBe('creating')
  for (const stage of ['destroying', 'closed', 'failed'] as const) {
    expect(play({ ...loading, stage }, [init])).toMatchObject({ stage, words: [] })
  }
})

test('acknowledgements out of turn change nothing', () => {
  const running = play(loading, [init, completed('create')]).session
  expect(play(running, [completed('create'), completed('destroy')])).toMatchObject({ session: running, words: [] })
  expect(play(loading, [completed('create')])).toMatchObject({ session: loading, words: [] })
})

test('an app that asks to be closed leaves a note, unless its contact is gone too', () => {
  const close = said({ type: 'closeApp', isFatalError: false, message: 'Done.' })
  const running = play(loading, [init, completed('create')]).session
  expect(play(running, [close, completed('destroy')]).session).toMatchObject({ stage: 'closed', reason: 'Done.' })
  expect(play(running, [close, { type: 'destroy' }, completed('destroy')]).stage).toBe('gone')
})

test('a fatal error ends the app where it stands', () => {
  const fatal = said({ type: 'closeApp', isFatalError: true, message: 'Broken.' })
  expect(play(loading, [init, fatal])).toMatchObject({ stage: 'failed', words: ['acknowledge', 'create'] })
  expect(play(loading, [init, { type: 'destroy' }, fatal]).stage).toBe('gone')
})

test('one handler counts once for a topic, and a topic is given up with all its handlers', () => {
  const topic = { namespace: 'aws.connect.contact', key: 'contact/incoming' }
  const subscribe = (handlerId: string, parameter?: string) =>
    said({ type: 'subscribe', handlerId, topic: { ...topic, ...(parameter && { parameter }) } })
  const { session } = play(loading, [init, subscribe('a'), subscribe('a'), subscribe('b'), subscribe('a', 'c-2')])
  expect(session.subscriptions.map(({ handlerId, topic }) => [handlerId, topic.parameter])).toEqual([
    ['a', undefined],
    ['b', undefined],
    ['a', 'c-2'],
  ])
  const [event] = contactEvents(nobody, ringing)
  if (!event) throw new Error('A contact that rings is an event.')
  const told = reduceSession(session, { type: 'contactEvent', event }, world).says
  const data = { contactId: 'c-1', initialContactId: undefined, type: 'chat', subtype: 'connect:Chat' }
  expect(told).toEqual(['a', 'b'].map((handlerId) => ({ type: 'publish', topic, handlerId, data })))
  const left = play(session, [said({ type: 'unsubscribe', topic })]).session
  expect(left.subscriptions).toHaveLength(1)
})

test('health checks are counted', () => {
  const { session } = play(loading, [init, said({ type: 'healthCheck' })])
  const turn = reduceSession(session, said({ type: 'healthCheck' }), world)
  expect(turn.says).toEqual([{ type: 'healthCheckResponse', time: 2, counter: 2 }])
})
