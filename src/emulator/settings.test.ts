import { expect, test } from 'vitest'
import { parseSettings } from './settings.ts'

test('without options there is a port and the shipped seed', () => {
  expect(parseSettings([])).toEqual({ ok: true, settings: { port: 4710, seedFile: null, dataFile: null, events: [] } })
})

test('options are taken with a space or an equals sign', () => {
  const args = [
    '--port',
    '0',
    '--seed=a.json',
    '--data',
    'd',
    '--events=http://a/',
    '--events',
    'https://b/',
    '--quotas',
    'off',
  ]
  expect(parseSettings(args)).toEqual({
    ok: true,
    settings: { port: 0, seedFile: 'a.json', dataFile: 'd', events: ['http://a/', 'https://b/'] },
  })
})

test.each([
  [['--port', 'x'], '--port must be a number from 0 to 65535, not "x"'],
  [['--port', '65536'], '--port must be a number from 0 to 65535, not "65536"'],
  [['--port=-1'], '--port must be a number from 0 to 65535, not "-1"'],
  [['--quotas', 'on'], '--quotas must be off, not "on"'],
  [['--seed='], '--seed must name a file'],
  [['--data='], '--data must name a file'],
  [['--events', 'nowhere'], '--events must be an HTTP URL, not "nowhere"'],
  [['--events', 'ftp://a/'], '--events must be an HTTP URL, not "ftp://a/"'],
  [['--sede', 'a.json'], "Unknown option '--sede'. The options are --port, --seed, --data, --events and --quotas"],
  [['a.json'], /^Unexpected argument 'a\.json'/],
  [['--port'], /^Option '--port <value>' argument missing\. The options are/],
])('%j is refused in one sentence', (args, message) => {
  const reading = parseSettings(args)
  expect(reading).toEqual({ ok: false, message: expect.stringMatching(message) })
  expect(reading).not.toHaveProperty('message', expect.stringContaining('\n'))
})
