import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { createLog, type LogEntry } from './log.ts'

const answered = { event: 'answered', requestId: 'r', method: 'POST', route: '/', ms: 1 } as const

test.each<[string, LogEntry, number]>([
  ['an answer', { ...answered, status: 200 }, 30],
  ['a refusal', { ...answered, status: 404, code: 'not_found' }, 30],
  ['a service that is not there', { ...answered, status: 503, code: 'upstream_unavailable' }, 40],
  ['credentials that are refused', { ...answered, status: 502, code: 'upstream_denied' }, 50],
  ['a mistake of ours', { event: 'crashed', requestId: 'r', error: 'TypeError', at: [] }, 50],
])('%s is one line of JSON, as loud as it matters', async (_, entry, level) => {
  const destination = new PassThrough()
  createLog(destination)(entry)
  destination.end()
  expect(JSON.parse(await text(destination))).toEqual({ ...entry, level, time: expect.any(Number) })
})
