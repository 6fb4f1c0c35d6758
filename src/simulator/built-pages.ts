import { readdir, readFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { PageBase, PageFiles } from './page-files.ts'

const read = new Map<PageBase, Promise<PageFiles>>()

/** A page as the package has it: built before, so that nobody who installs it needs Vite. */
export function builtPage(base: PageBase): Promise<PageFiles> {
  const files = read.get(base) ?? readPage(base)
  read.set(base, files)
  return files
}

async function readPage(base: PageBase): Promise<PageFiles> {
  // This runs in dist/node.
  const directory = fileURLToPath(new URL(`../simulator${base}`, import.meta.url))
  const entries = await readdir(directory, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const nameOf = (file: string) => relative(directory, file).replaceAll(sep, '/')
  return new Map(await Promise.all(files.map(async (file) => [nameOf(file), await readFile(file)] as const)))
}
