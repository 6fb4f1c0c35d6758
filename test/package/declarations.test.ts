import { readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { expect, test } from 'vitest'

/** The packages that the declarations of this entry import, its own files included. */
function packagesOf(entry: string): string[] {
  const files = new Set([entry])
  const packages = new Set<string>()
  // A set that grows while it is walked through: what is added is still visited.
  for (const file of files) {
    const text = readFileSync(posix.join('dist/types', file), 'utf8')
    for (const [, path = ''] of text.matchAll(/(?:from |import\()['"]([^'"]+)['"]/g)) {
      if (path.startsWith('.')) files.add(posix.join(posix.dirname(file), path.replace(/\.js$/, '.d.ts')))
      else packages.add(path)
    }
  }
  return [...packages].toSorted()
}

test('the library’s types are plain: they name React, its queries, and no library of schemas', () => {
  expect(packagesOf('index.d.ts')).toMatchInlineSnapshot(`
    [
      "@tanstack/react-query",
      "react",
    ]
  `)
})
