import { expect, test } from 'vitest'
import { createCallLog } from './call-log.ts'

test('the last calls are kept, oldest first, until they are cleared', () => {
  const log = createCallLog(2)
  for (const status of [200, 400, 404]) log.add({ operation: 'GetCase', status, ms: 1 })
  expect(log.calls.map((call) => call.status)).toEqual([400, 404])
  log.clear()
  expect(log.calls).toEqual([])
})
