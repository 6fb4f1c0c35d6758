import { expect, test } from 'vitest'
import { parseCliOptions } from './cli-options.ts'

test('the port is 4720 unless said otherwise', () => {
  const options = { port: 4720, seedPath: 's.json', scriptPath: undefined }
  expect(parseCliOptions(['--seed', 's.json'])).toEqual({ ok: true, options })
  expect(parseCliOptions(['--seed=s.json', '--port=0', '--script', 'shift.json'])).toEqual({
    ok: true,
    options: { port: 0, seedPath: 's.json', scriptPath: 'shift.json' },
  })
})

test('the default seed is taken where no other is named', () => {
  const seedOf = (argv: string[]) => parseCliOptions(argv, 'default.json')
  expect(seedOf([])).toMatchObject({ options: { seedPath: 'default.json' } })
  expect(seedOf(['--seed', 's.json'])).toMatchObject({ options: { seedPath: 's.json' } })
})

test.each([
  [[], '--seed FILE is missing'],
  [['--seed', 's.json', '--port', 'http'], '--port must be a number from 0 to 65535, not "http"'],
  [['--seed', 's.json', '--port', '65536'], '--port must be'],
  [['--seed', 's.json', '--port=-1'], '--port must be'],
  [['--seed', 's.json', '--prot', '1'], "Unknown option '--prot'"],
  [['--seed'], "Option '--seed <value>' argument missing"],
  [['s.json'], "Unexpected argument 's.json'"],
])('%j is refused in one line', (argv, words) => {
  const result = parseCliOptions(argv)
  expect(result).toMatchObject({ ok: false, message: expect.stringContaining(words) })
  expect(result).toMatchObject({ message: expect.not.stringContaining('\n') })
})
