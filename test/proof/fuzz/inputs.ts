import fc from 'fast-check'
import { placesIn, replaceAt } from './value-places.ts'

/** What parsers stumble over: ends of syntax, escapes, names of the language itself, halves of characters. */
const awkward = [
  ...' \0\t\r\n"\'\\{}[](),:;=/-+.*%#?&@<>_~^$|`'.split(''),
  ...['%ff', '%', '..', '//', '\\u0000', '\ud800', '\udc00', 'é', '😀', '\u2028', '\ufeff', '\u202e', 'İ'],
  ...[
    '__proto__',
    'constructor',
    'toString',
    'null',
    'undefined',
    'NaN',
    'Infinity',
    '-0',
    '1e999',
    '00',
    '9'.repeat(30),
  ],
  ...['u=', 'Bearer ', 'W/', 'https://', 'javascript:', 'arn:', 'instance/', '/contact/', 'x'.repeat(600)],
] as const

const fragment = fc.oneof(
  fc.constantFrom(...awkward),
  fc.string({ maxLength: 6 }),
  fc.string({ unit: 'binary', maxLength: 6 }),
)

interface Edit {
  readonly at: number
  readonly drop: number
  readonly put: string
  readonly times: number
}

const edit: fc.Arbitrary<Edit> = fc.record({
  at: fc.nat(10_000),
  drop: fc.constantFrom(0, 0, 1, 1, 2, 5, 40),
  put: fragment,
  times: fc.constantFrom(0, 1, 1, 1, 2, 30),
})

function edited(text: string, { at, drop, put, times }: Edit): string {
  const place = at % (text.length + 1)
  return text.slice(0, place) + put.repeat(times) + text.slice(place + drop)
}

/** Texts: the examples with some changes, and texts of nothing. */
export function textInputs(examples: readonly string[]): fc.Arbitrary<string> {
  const near = fc
    .tuple(fc.constantFrom(...examples), fc.array(edit, { maxLength: 4 }))
    .map(([example, edits]) => edits.reduce(edited, example))
  const nothing = fc.oneof(
    fc.array(fragment, { maxLength: 8 }).map((parts) => parts.join('')),
    fc.string({ unit: 'binary' }),
    fc.json(),
  )
  return fc.oneof({ weight: 3, arbitrary: near }, { weight: 1, arbitrary: nothing })
}

/** So deep that whoever goes down by recursion without looking runs out of stack. */
const abyss: unknown = JSON.parse(`${'['.repeat(3_000)}${']'.repeat(3_000)}`)
const pit: unknown = JSON.parse(`${'{"a":'.repeat(2_000)}1${'}'.repeat(2_000)}`)

const anything: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    undefined,
    true,
    false,
    0,
    -0,
    -1,
    1.5,
    2 ** 53,
    1e308,
    Number.NaN,
    Number.POSITIVE_INFINITY,
  ),
  fc.constantFrom<unknown>(
    '',
    [],
    {},
    [[]],
    abyss,
    pit,
    new Date(Number.NaN),
    { toString: 1 },
    JSON.parse('{"__proto__":{"a":1}}'),
  ),
  fragment,
  fc.jsonValue({ maxDepth: 2 }),
)

type Change = { readonly at: number } & (
  | { readonly kind: 'put'; readonly value: unknown }
  | { readonly kind: 'drop' }
  | { readonly kind: 'double' }
  | { readonly kind: 'add'; readonly name: string; readonly value: unknown }
  | { readonly kind: 'edit'; readonly edit: Edit }
)

const change: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ kind: fc.constant('put' as const), at: fc.nat(1_000), value: anything }),
  fc.record({ kind: fc.constant('drop' as const), at: fc.nat(1_000) }),
  fc.record({ kind: fc.constant('double' as const), at: fc.nat(1_000) }),
  fc.record({ kind: fc.constant('add' as const), at: fc.nat(1_000), name: fragment, value: anything }),
  fc.record({ kind: fc.constant('edit' as const), at: fc.nat(1_000), edit }),
)

function changed(value: unknown, each: Change): unknown {
  const places = placesIn(value)
  const place = places[each.at % places.length] ?? []
  return replaceAt(value, place, (there) => {
    if (each.kind === 'put') return { put: each.value }
    if (each.kind === 'drop') return 'drop'
    if (each.kind === 'edit') return { put: typeof there === 'string' ? edited(there, each.edit) : there }
    if (each.kind === 'double') return { put: Array.isArray(there) ? [...there, ...there] : [there, there] }
    if (typeof there !== 'object' || there === null || Array.isArray(there)) return { put: { [each.name]: each.value } }
    return { put: { ...there, [each.name]: each.value } }
  })
}

/** Values: the examples with some changes, and values of nothing. */
export function valueInputs(examples: readonly unknown[]): fc.Arbitrary<unknown> {
  const near = fc
    .tuple(fc.constantFrom(...examples), fc.array(change, { maxLength: 3 }))
    .map(([example, changes]) => changes.reduce(changed, example))
  return fc.oneof({ weight: 4, arbitrary: near }, { weight: 1, arbitrary: anything })
}
