import fc from 'fast-check'
import { afterEach, beforeEach, test, vi } from 'vitest'
import { story } from './testing/story.ts'
import { tellStory } from './testing/tell-story.ts'

const clock = ['Date', 'setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] as const
beforeEach(() => void vi.useFakeTimers({ toFake: [...clock] }))
afterEach(() => void vi.useRealTimers())

const letTimePass = async (ms: number) => void (await vi.advanceTimersByTimeAsync(ms))

test('whatever happens in whatever order, each row belongs to the contact that is named', {
  timeout: 60_000,
}, async () => {
  const told = fc.asyncProperty(story(60), (one) => tellStory(one, letTimePass))
  await fc.assert(told, { numRuns: 120 })
})
