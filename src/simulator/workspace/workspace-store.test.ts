import { expect, test } from 'vitest'
import { createDeskStore } from '../ccp/desk-store.ts'
import { emptyDesk } from '../desk/desk.ts'
import { createSwitchboard } from './switchboard.ts'
import { createWorkspaceStore } from './workspace-store.ts'

const setup = { instanceArn: 'arn:aws:connect:us-east-1:111122223333:instance/i-1', contacts: [] }
const contact = { contactId: 'c-1', channel: 'chat', queueName: 'Support', label: 'Maria', phase: 'incoming' } as const

/** A workspace whose time passes only when told, with ids in their order. */
function createHarness() {
  const desk = createDeskStore(emptyDesk('ada', 0, 0))
  const switchboard = createSwitchboard(() => 0)
  const waiting: (() => void)[] = []
  let ids = 0
  const store = createWorkspaceStore(setup, desk, switchboard, {
    now: () => 0,
    newId: () => `id-${ids++}`,
    later: (_, action) => void waiting.push(action),
    timeoutMs: 1,
  })
  const stages = () => store.getWorkspace().sessions.map(({ frameId, stage }) => `${frameId} ${stage}`)
  const timeOut = () => {
    for (const action of waiting.splice(0)) action()
  }
  return { desk, store, stages, timeOut }
}

/** An app's end of the line that keeps what it hears. */
function createPort() {
  const heard: unknown[] = []
  let closed = false
  return {
    heard,
    isClosed: () => closed,
    postMessage: (message: unknown) => void heard.push(message),
    close: () => {
      closed = true
    },
  }
}

test('a contact that rings again while its last app is on its way out gets a frame of its own', () => {
  const { desk, store, stages, timeOut } = createHarness()
  desk.dispatch({ type: 'ring', at: 0, contact })
  store.greet('id-1', createPort())
  desk.dispatch({ type: 'step', at: 0, step: 'miss', contactId: 'c-1' })
  desk.dispatch({ type: 'step', at: 0, step: 'close', contactId: 'c-1' })
  expect(stages()).toEqual(['id-0 loading', 'id-1 destroying'])
  desk.dispatch({ type: 'ring', at: 0, contact })
  expect(stages().map((stage) => stage.split(' ')[1])).toEqual(['loading', 'destroying', 'loading'])
  timeOut()
  expect(stages().map((stage) => stage.split(' ')[1])).toEqual(['silent', 'silent'])
})

test('after a reload only the new port is heard and told', () => {
  const { store } = createHarness()
  const [old, next] = [createPort(), createPort()]
  store.greet('id-0', old)
  store.greet('id-0', next)
  expect([old.isClosed(), next.isClosed()]).toEqual([true, false])
  const told = old.heard.length
  store.hear('id-0', old, { type: 'healthCheck' })
  store.hear('id-0', next, { type: 'healthCheck' })
  expect(old.heard).toHaveLength(told)
  expect(next.heard.at(-1)).toEqual({ type: 'healthCheckResponse', time: 0, counter: 1 })
})

test('junk is neither answered nor written down', () => {
  const { store } = createHarness()
  const port = createPort()
  store.greet('id-0', port)
  const told = port.heard.length
  for (const data of [null, 'junk', { type: 'request' }]) store.hear('id-0', port, data)
  expect(port.heard).toHaveLength(told)
})

test('while the workspace does not answer, an app that greets waits for its acknowledgement', () => {
  const { store, stages } = createHarness()
  const port = createPort()
  store.setAnswering(false)
  store.greet('id-0', port)
  expect([stages(), port.heard]).toEqual([['id-0 loading'], []])
  store.setAnswering(true)
  expect(stages()).toEqual(['id-0 creating'])
  expect(port.heard).toMatchObject([{ type: 'acknowledge' }, { type: 'appLifecycle', stage: 'create' }])
})
