import { expect, test } from 'vitest'
import { parseSettings } from './settings.ts'

const unset = { seedFile: null, dataFile: null, keysFile: null, events: [], switches: {}, faults: [] }

test('without options there is a port and the shipped seed', () => {
  expect(parseSettings([])).toEqual({ ok: true, settings: { ...unset, port: 4710 } })
})

test('options are taken with a space or an equals sign', () => {
  const files = ['--seed=a.json', '--data', 'd', '--keys', 'k.json']
  const events = ['--events=http://a/', '--events', 'https://b/']
  expect(parseSettings(['--port', '0', ...files, ...events, '--quotas', 'off'])).toEqual({
    ok: true,
    settings: {
      ...unset,
      ...{ port: 0, seedFile: 'a.json', dataFile: 'd', keysFile: 'k.json', events: ['http://a/', 'https://b/'] },
      switches: { quotas: 'off' },
    },
  })
})

test('how it behaves is said by words and numbers, or by JSON', () => {
  const short = ['--quotas', 'on', '--latency', '20', '--link-delay', '500', '--token-lifetime', '1000']
  const all = { kind: 'fixed', ms: 20 }
  expect(parseSettings(short)).toMatchObject({
    settings: { switches: { quotas: 'on', latency: { '*': all }, linkDelayMs: 500, tokenLifetimeMs: 1_000 } },
  })
  const quota = { rate: 1, burst: 3 }
  const json = ['--quotas', JSON.stringify({ GetCase: quota }), '--latency', JSON.stringify({ GetCase: all })]
  const faults = ['--fault', '{"kind":"hang"}', '--fault', '{"kind":"drip","when":{"first":2}}']
  expect(parseSettings([...json, ...faults])).toMatchObject({
    settings: {
      switches: { quotas: { GetCase: quota }, latency: { GetCase: all } },
      faults: [{ kind: 'hang' }, { kind: 'drip', everyMs: 1_000, when: { first: 2 } }],
    },
  })
})

test.each([
  [['--port', 'x'], '--port must be a number from 0 to 65535, not "x"'],
  [['--port', '65536'], '--port must be a number from 0 to 65535, not "65536"'],
  [['--port=-1'], '--port must be a number from 0 to 65535, not "-1"'],
  [['--quotas', 'maybe'], '--quotas: quotas: must be "on", "off" or quotas by operation.'],
  [['--quotas', '{"GetCas":"off"}'], '--quotas: quotas.GetCas: "GetCas" is not an operation of the emulator.'],
  [['--latency', 'slow'], '--latency: This is not JSON.'],
  [['--link-delay', '1e99'], /^--link-delay: linkDelayMs: Too big/],
  [['--token-lifetime='], '--token-lifetime: This is not JSON.'],
  [['--fault', '{"kind":"flood"}'], /^--fault: kind: Invalid discriminator value\. Expected 'hang'/],
  [['--keys='], '--keys must name a file'],
  [['--seed='], '--seed must name a file'],
  [['--data='], '--data must name a file'],
  [['--events', 'nowhere'], '--events must be an HTTP URL, not "nowhere"'],
  [['--events', 'ftp://a/'], '--events must be an HTTP URL, not "ftp://a/"'],
  [['--sede', 'a.json'], /^Unknown option '--sede'\. The options are --port, --seed, --data, /],
  [['a.json'], /^Unexpected argument 'a\.json'/],
  [['--port'], /^Option '--port <value>' argument missing\. The options are/],
])('%j is refused in one sentence', (args, message) => {
  const reading = parseSettings(args)
  expect(reading).toEqual({ ok: false, message: expect.stringMatching(message) })
  expect(reading).not.toHaveProperty('message', expect.stringContaining('\n'))
})
