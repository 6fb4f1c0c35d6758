import { expect, test } from 'vitest'
import { createHeartbeat } from './heartbeat.ts'

/** A heart to listen to: `tick` is a sixth of the silence that counts. */
function listen() {
  const page = { isHidden: false, silences: 0, everyMs: 0 }
  let onTick = () => {}
  const heartbeat = createHeartbeat({
    silentAfterMs: 90_000,
    isHidden: () => page.isHidden,
    onSilence: () => {
      page.silences += 1
    },
    timers: {
      setTimeout: () => {},
      setInterval(callback, ms) {
        if (page.everyMs > 0) throw new Error('one interval is enough')
        page.everyMs = ms
        onTick = callback
      },
    },
  })
  const tick = (times: number) => {
    for (let i = 0; i < times; i++) onTick()
  }
  return { page, tick, beat: heartbeat.beat }
}

test('silence shorter than asked for is none', () => {
  const { page, tick, beat } = listen()
  beat()
  tick(6)
  expect(page).toMatchObject({ silences: 0, everyMs: 15_000 })
})

test('silence is told once, however long it lasts', () => {
  const { page, tick, beat } = listen()
  beat()
  tick(100)
  expect(page.silences).toBe(1)
})

test('a beat begins the count anew', () => {
  const { page, tick, beat } = listen()
  beat()
  tick(6)
  beat()
  tick(6)
  expect(page.silences).toBe(0)
  tick(1)
  expect(page.silences).toBe(1)
})

test('a second silence is told too', () => {
  const { page, tick, beat } = listen()
  beat()
  tick(7)
  beat()
  tick(7)
  expect(page.silences).toBe(2)
})

test('before the first beat there is nothing to miss', () => {
  const { page, tick } = listen()
  tick(100)
  expect(page.silences).toBe(0)
})

test('a hidden page does not count, and counts from nothing when it is seen again', () => {
  const { page, tick, beat } = listen()
  beat()
  tick(6)
  page.isHidden = true
  tick(100)
  page.isHidden = false
  tick(6)
  expect(page.silences).toBe(0)
  tick(1)
  expect(page.silences).toBe(1)
})
