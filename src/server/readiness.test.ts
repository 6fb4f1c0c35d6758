import { expect, test } from 'vitest'
import { createReadiness } from './readiness.ts'

function startClock() {
  let ms = 0
  const readiness = createReadiness({ now: () => ms })
  return {
    readiness,
    pass(seconds: number) {
      ms += seconds * 1000
    },
  }
}

const ok = { status: 'ok' }

test('a server is not ready once the service has denied everything for ten seconds, and says since when', () => {
  const { readiness, pass } = startClock()
  readiness.heard('ConnectCases', 'upstream_denied')
  pass(9)
  readiness.heard('ConnectCases', 'upstream_denied')
  expect(readiness.read()).toEqual(ok)
  pass(3)
  readiness.heard('ConnectCases', 'upstream_denied')
  expect(readiness.read()).toEqual({ status: 'upstream_denied', sinceSeconds: 12 })
})

test('one denial does not make a server unready, however long ago it was', () => {
  const { readiness, pass } = startClock()
  readiness.heard('ConnectCases', 'upstream_denied')
  pass(30)
  expect(readiness.read()).toEqual(ok)
})

test.each(['ok', 'not_found', 'throttled'] as const)(
  '%s, which only valid credentials hear, makes it ready',
  (heard) => {
    const { readiness, pass } = startClock()
    readiness.heard('ConnectCases', 'upstream_denied')
    pass(20)
    readiness.heard('ConnectCases', 'upstream_denied')
    readiness.heard('ConnectCases', heard)
    expect(readiness.read()).toEqual(ok)
  },
)

test('a service that takes the credentials says nothing of one that does not', () => {
  const { readiness, pass } = startClock()
  readiness.heard('Connect', 'upstream_denied')
  pass(20)
  readiness.heard('ConnectCases', 'ok')
  readiness.heard('Connect', 'upstream_denied')
  expect(readiness.read()).toEqual({ status: 'upstream_denied', sinceSeconds: 20 })
  readiness.heard('Connect', 'ok')
  expect(readiness.read()).toEqual(ok)
})

test('a service that is away says nothing of the credentials', () => {
  const { readiness, pass } = startClock()
  readiness.heard('ConnectCases', 'upstream_denied')
  pass(20)
  readiness.heard('ConnectCases', 'upstream_timeout')
  readiness.heard('ConnectCases', 'upstream_denied')
  expect(readiness.read()).toMatchObject({ status: 'upstream_denied' })
})

test('after a minute without a question the server is tried again', () => {
  const { readiness, pass } = startClock()
  readiness.heard('ConnectCases', 'upstream_denied')
  pass(20)
  readiness.heard('ConnectCases', 'upstream_denied')
  pass(61)
  expect(readiness.read()).toEqual(ok)
})

test('a server that stops is not ready, whatever the service says', () => {
  const { readiness } = startClock()
  readiness.stop()
  readiness.heard('ConnectCases', 'ok')
  expect(readiness.read()).toEqual({ status: 'stopping' })
})

test('a store that goes away makes nobody unready, and is told', () => {
  const readiness = createReadiness({ now: () => 0 })
  readiness.storeIs('here')
  readiness.storeIs('away')
  expect(readiness.read()).toEqual({ status: 'ok', store: 'away' })
  readiness.storeIs('here')
  expect(readiness.read()).toEqual({ status: 'ok' })
})

test('who has never seen the store has no share of the quotas, and is not ready', () => {
  const readiness = createReadiness({ now: () => 0 })
  readiness.storeIs('away')
  expect(readiness.read()).toEqual({ status: 'store_unknown' })
  readiness.storeIs('here')
  expect(readiness.read()).toEqual({ status: 'ok' })
})
