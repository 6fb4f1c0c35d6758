interface Table {
  readonly [key: string]: string | Table
}

/** Every text of a table with its path: `count.all.one`, `panel`. */
export function textsOf(table: Table): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(table).flatMap(([key, value]) =>
      typeof value === 'string'
        ? [[key, value] as const]
        : [...textsOf(value)].map(([path, text]) => [`${key}.${path}`, text] as const),
    ),
  )
}
