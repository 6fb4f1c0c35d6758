/** The way to a value inside another. */
export type Place = readonly string[]

// Deeper than any input that makes sense, and no way down into what is made to be deep.
const deepest = 12

/** Every place in a value, its own first. */
export function placesIn(value: unknown, above: Place = []): readonly Place[] {
  if (typeof value !== 'object' || value === null || above.length >= deepest) return [above]
  return [above, ...Object.entries(value).flatMap(([name, inner]) => placesIn(inner, [...above, name]))]
}

type Replacement = { readonly put: unknown } | 'drop'

/** The value with another thing at that place; the value itself is left as it is. */
export function replaceAt(value: unknown, place: Place, replace: (there: unknown) => Replacement): unknown {
  const [name, ...rest] = place
  if (name === undefined) {
    const replacement = replace(value)
    return replacement === 'drop' ? undefined : replacement.put
  }
  if (typeof value !== 'object' || value === null) return value
  const inner: unknown = Reflect.get(value, name)
  const isLast = rest.length === 0
  const replacement = isLast ? replace(inner) : { put: replaceAt(inner, rest, replace) }
  if (Array.isArray(value)) {
    const items = value.flatMap((item, index) => {
      if (String(index) !== name) return [item]
      return replacement === 'drop' ? [] : [replacement.put]
    })
    return items
  }
  const others = Object.entries(value).filter(([each]) => each !== name)
  return Object.fromEntries(replacement === 'drop' ? others : [...others, [name, replacement.put]])
}

/** What is at that place. */
export function valueAt(value: unknown, place: Place): unknown {
  return place.reduce<unknown>(
    (there, name) => (typeof there === 'object' && there !== null ? Reflect.get(there, name) : undefined),
    value,
  )
}
