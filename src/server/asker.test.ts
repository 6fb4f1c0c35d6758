import { once } from 'node:events'
import { expect, onTestFinished, test, vi } from 'vitest'
import { createAsker, isOverdue } from './asker.ts'

const urgency = 1
const deadlineMs = 5_000

test('the deadline counts from when the asker came, whenever its signal is first looked at', async () => {
  let now = 0
  const asker = createAsker({ urgency, now: () => now, deadlineMs })
  now = deadlineMs - 1
  await once(asker.signal, 'abort')
  expect(isOverdue(asker.signal)).toBe(true)
})

test('whoever has gone before their signal is looked at waits no more', () => {
  const asker = createAsker({ urgency, now: () => 0, deadlineMs, caller: { signal: AbortSignal.abort('gone') } })
  expect([asker.signal.aborted, asker.signal.reason, isOverdue(asker.signal)]).toEqual([true, 'gone', false])
  asker.done()
})

test('who goes while a question is under way is heard', () => {
  const caller = new AbortController()
  const asker = createAsker({ urgency, now: () => 0, deadlineMs, caller })
  expect(asker.signal.aborted).toBe(false)
  caller.abort('gone')
  expect(asker.signal.reason).toBe('gone')
  asker.done()
})

test('an answer that needs no signal costs none, and nothing runs on when it is there', () => {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  const looks = vi.fn()
  const caller = {
    get signal() {
      looks()
      return new AbortController().signal
    },
  }
  const [kept, asked] = [0, 1].map(() => createAsker({ urgency, now: () => 0, deadlineMs, caller }))
  kept?.done()
  expect([looks.mock.calls.length, vi.getTimerCount()]).toEqual([0, 0])
  expect(asked?.signal.aborted).toBe(false)
  expect([looks.mock.calls.length, vi.getTimerCount()]).toEqual([1, 1])
  asked?.done()
  expect(vi.getTimerCount()).toBe(0)
})
