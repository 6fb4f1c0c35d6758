import { expect, test } from 'vitest'
import { startOptions } from './start-options.ts'

test('the address names the app, and how long it may take', () => {
  const app = 'http://127.0.0.1:5173/?host=workspace'
  expect(startOptions(`?${new URLSearchParams({ app, timeout: '250' })}`)).toEqual({ appUrl: app, timeoutMs: 250 })
})

test.each(['', '?app=', '?app=app.html', '?app=javascript:alert(1)', '?app=data:text/html,x', '?timeout=-1'])(
  'with %j there is no app, and five seconds',
  (search) => {
    expect(startOptions(search)).toEqual({ appUrl: null, timeoutMs: 5000 })
  },
)
