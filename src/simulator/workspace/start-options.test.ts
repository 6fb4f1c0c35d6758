import { expect, test } from 'vitest'
import { startOptions } from './start-options.ts'

test('the address names the app, how long it may take, and who works here', () => {
  const app = 'http://127.0.0.1:5173/?host=workspace'
  const options = startOptions(`?${new URLSearchParams({ app, timeout: '250', agent: 'ben' })}`)
  expect(options).toEqual({ appUrl: app, timeoutMs: 250, agent: 'ben' })
})

test.each(['', '?app=', '?app=app.html', '?app=javascript:alert(1)', '?app=data:text/html,x', '?timeout=-1'])(
  'with %j there is no app, five seconds, and Ada',
  (search) => {
    expect(startOptions(search)).toEqual({ appUrl: null, timeoutMs: 5000, agent: 'ada' })
  },
)
