import type { Clock } from '../quota/clock.ts'

interface Alarm {
  readonly at: number
  readonly call: () => void
}

/** A clock that stands still until a test moves it. */
export function createTestClock() {
  const alarms = new Set<Alarm>()
  let time = 0
  const clock: Clock = {
    now: () => time,
    after(ms, call) {
      const alarm = { at: time + Math.max(0, ms), call }
      alarms.add(alarm)
      return () => void alarms.delete(alarm)
    },
  }

  const ring = (alarm: Alarm) => {
    alarms.delete(alarm)
    alarm.call()
  }

  return {
    clock,
    /** Lets time pass, each alarm at its moment, and everything that waits for one happen. */
    async pass(ms: number) {
      const end = time + ms
      for (;;) {
        await settled()
        const [next] = [...alarms].filter(({ at }) => at <= end).sort((one, other) => one.at - other.at)
        if (next === undefined) break
        time = Math.max(time, next.at)
        ring(next)
      }
      time = end
    },
    /** The process was asleep: that much time is gone at once, and every alarm that was due rings late. */
    async jump(ms: number) {
      time += ms
      for (const alarm of [...alarms]) if (alarm.at <= time) ring(alarm)
      await settled()
    },
  }
}

/** After everything that promises have under way. */
function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
