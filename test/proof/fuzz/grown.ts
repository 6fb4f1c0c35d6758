import { placesIn, replaceAt, valueAt } from './value-places.ts'

/** What makes a regular expression go back and forth when it comes over and over, and at last does not fit. */
const units = [
  'a',
  '1',
  ' ',
  '/',
  '-',
  '.',
  '%',
  '"',
  '\\',
  ',',
  '=',
  '-a',
  'a.',
  '\\"',
  '{"a":',
  '[',
  '%61',
  'é',
  '\ud800',
  'u=1,',
  'a:b,',
] as const

/** Ends that fit nothing. */
const ends = ['', '!'] as const

/** Texts that are long in one place: at the beginning, the end, and wherever the examples change from one kind of character to another. */
export function grownTexts(examples: readonly string[]): readonly ((length: number) => string)[] {
  return examples.flatMap((example) =>
    jointsOf(example).flatMap((at) =>
      units.flatMap((unit) =>
        ends.map((end) => (length: number) => {
          const long = unit.repeat(Math.ceil(length / unit.length))
          return `${example.slice(0, at)}${long}${end}${example.slice(at)}`
        }),
      ),
    ),
  )
}

const mostJoints = 6

function jointsOf(text: string): readonly number[] {
  const joints = [0, text.length]
  for (const { index } of text.matchAll(/\b/g)) joints.push(index)
  const all = [...new Set(joints)].sort((a, b) => a - b)
  // Evenly spread where there are many.
  const step = Math.max(1, all.length / mostJoints)
  return Array.from({ length: Math.min(all.length, mostJoints) }, (_, index) => all[Math.floor(index * step)] ?? 0)
}

type Grow = (there: unknown, length: number) => unknown

const ways: readonly Grow[] = [
  ...['a', ' ', '/', '-a', '\ud800', 'a:b,'].map(
    (unit): Grow =>
      (_, length) =>
        `${unit.repeat(Math.ceil(length / unit.length))}!`,
  ),
  (there, length) => `${String(there)}${'a'.repeat(length)}`,
  (there, length) => Array.from({ length: Math.ceil(length / 8) }, () => (Array.isArray(there) ? there[0] : there)),
  (there, length) =>
    Object.fromEntries(Array.from({ length: Math.ceil(length / 8) }, (_, index) => [`member-${index}`, there])),
]

const mostPlaces = 10

/** Values that are long in one place: a long text, many items, or many members there. */
export function grownValues(examples: readonly unknown[]): readonly ((length: number) => unknown)[] {
  return examples.flatMap((example) => {
    const places = placesIn(example)
    const step = Math.max(1, Math.floor(places.length / mostPlaces))
    return places
      .filter((_, index) => index % step === 0)
      .flatMap((place) =>
        ways.map((grow) => (length: number) => {
          const put = grow(valueAt(example, place), length)
          return replaceAt(example, place, () => ({ put }))
        }),
      )
  })
}
