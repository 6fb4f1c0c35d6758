import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { createSeals } from './seal.ts'
import { sealKeysSetting } from './seal-keys.ts'

const [one, other] = [randomBytes(32).toString('base64'), randomBytes(32).toString('base64')]
const bound = ['nextToken', 'domain', 'contact'] as const
const sealsBy = (setting: string) => createSeals({ keys: sealKeysSetting.parse(setting), randomBytes })

test('keys are rotated without a page in use that loses its place', () => {
  const steps = [`a:${one}`, `a:${one},b:${other}`, `b:${other} a:${one}`]
  for (const [at, setting] of steps.entries()) {
    const sealed = sealsBy(setting).seal('token', bound)
    for (const near of steps.slice(Math.max(0, at - 1), at + 2)) {
      // A server that has taken the next step, or not this one yet.
      expect(sealsBy(near).open(sealed, bound), `sealed by step ${at}`).toBe('token')
    }
  }
  const old = sealsBy(`a:${one}`).seal('token', bound)
  expect(sealsBy(`b:${other}`).open(old, bound)).toBeNull()
})

test.each([
  ['spaces and line ends', ` a:${one},\n  b:${other}\n`, ['a', 'b']],
  ['an id of eight', `2026-11_:${one}`, ['2026-11_']],
])('keys may be written with %s', (_, setting, ids) => {
  expect(sealKeysSetting.parse(setting).map(({ id }) => id)).toEqual(ids)
})

test('another id is another key, even of the same bytes', () => {
  const sealed = sealsBy(`a:${one}`).seal('token', bound)
  const bytes = Buffer.from(sealed, 'base64url')
  bytes[1] = 'b'.charCodeAt(0)
  expect(sealsBy(`a:${one},b:${one}`).open(bytes.toString('base64url'), bound)).toBeNull()
})

const message =
  'must be id:key, several separated by commas: an id of 1 to 8 letters, digits, - or _, each another, ' +
  'and what "openssl rand -base64 32" prints'

test.each([
  '',
  one,
  `:${one}`,
  `much-too-long:${one}`,
  `ä:${one}`,
  `a:${one.slice(4)}`,
  `a:${one}${one}`,
  `a:${one},a:${other}`,
  `a:${one};b:${other}`,
  `a:${one},b`,
  `a:${one},${other}`,
])('what is not keys is said without a word of it: %#', (setting) => {
  const parsed = sealKeysSetting.safeParse(setting)
  expect(parsed.error?.issues).toMatchObject([{ message }])
  expect(JSON.stringify(parsed.error?.issues)).not.toContain(one.slice(4, 12))
})
