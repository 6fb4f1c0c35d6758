import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import { fileURLToPath } from 'node:url'

const projects = ['pack/tsconfig.library.json', 'pack/tsconfig.node.json']
const emitted = 'node_modules/.cache/declarations'

// What a declaration imports of ours, as `from './a.ts'` or `import('./a.ts')`.
const ownImport = /(from |import\()(['"])(\.[^'"]+)\.tsx?\2/g

/** Writes the declarations that these entries lead to, and no others, into a directory. */
export function writeDeclarations(entries: readonly string[], directory: string): void {
  rmSync(emitted, { recursive: true, force: true })
  const tsc = fileURLToPath(import.meta.resolve('typescript/package.json').replace('package.json', 'bin/tsc'))
  for (const project of projects) execFileSync(process.execPath, [tsc, '-p', project], { stdio: 'inherit' })
  const wanted = new Set(entries)
  // A set that grows while it is walked through: what is added is still visited.
  for (const name of wanted) {
    const text = readFileSync(join(emitted, `${name}.d.ts`), 'utf8')
    for (const [, , , path = ''] of text.matchAll(ownImport)) wanted.add(posix.join(posix.dirname(name), path))
    const file = join(directory, `${name}.d.ts`)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, forConsumers(text))
  }
}

function forConsumers(text: string): string {
  return (
    text
      // Only who allows it may import from a ".ts".
      .replaceAll(ownImport, '$1$2$3.js$2')
      // React's package has all of it, and is the one that is installed beside ours.
      .replaceAll('"@tanstack/query-core"', '"@tanstack/react-query"')
      // Imports of styles, which are the code's.
      .replaceAll(/^import '[^']+';\n/gm, '')
  )
}
