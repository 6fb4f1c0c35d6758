import fc from 'fast-check'
import { expect, test } from 'vitest'
import { choices, type DemoSettings, parseSettings, toSearch } from './url-settings.ts'

const start = parseSettings('')

test('an address without settings shows every state in English, as the system has it', () => {
  expect(start).toEqual({
    state: null,
    theme: 'system',
    lang: 'en',
    density: 'comfortable',
    width: 'fluid',
    text: '14',
    latency: '0',
    fault: 'none',
  })
})

test('an address names one state and how to look at it', () => {
  const address = '?state=rows-11&theme=dark&lang=ja&density=compact&width=320&text=28&latency=1000&fault=offline'
  expect(toSearch(parseSettings(address))).toBe(address)
})

test.each(['?theme=pink', '?lang=xx', '?width=', '?text=0', '?latency=1e9', '?fault=__proto__', '?unknown=1'])(
  '%s is as if it were not there',
  (address) => {
    expect(parseSettings(address)).toEqual(start)
  },
)

test('what is as it starts is not in the address', () => {
  expect(toSearch(start)).toBe('?')
  expect(toSearch({ ...start, state: 'a&b' })).toBe('?state=a%26b')
})

test('settings come back from the address they were put in', () => {
  const settings: fc.Arbitrary<DemoSettings> = fc.record({
    state: fc.option(fc.string()),
    theme: fc.constantFrom(...choices.theme),
    lang: fc.constantFrom(...choices.lang),
    density: fc.constantFrom(...choices.density),
    width: fc.constantFrom(...choices.width),
    text: fc.constantFrom(...choices.text),
    latency: fc.constantFrom(...choices.latency),
    fault: fc.constantFrom(...choices.fault),
  })
  const comesBack = fc.property(settings, (values) => {
    expect(parseSettings(toSearch(values))).toEqual(values)
  })
  fc.assert(comesBack)
})
