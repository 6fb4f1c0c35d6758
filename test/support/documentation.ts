import { readdirSync, readFileSync } from 'node:fs'

/** A piece of code or settings in the documentation. */
export interface Snippet {
  readonly page: string
  readonly language: string
  /** What it is: a file's name, or a word for what its text is. Empty where only people read it. */
  readonly is: string
  readonly code: string
}

const paths = [
  'README.md',
  'deploy/README.md',
  ...readdirSync('docs')
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
]

/** Every page of the documentation by its path. */
export const pages: ReadonlyMap<string, string> = new Map(paths.map((path) => [path, readFileSync(path, 'utf8')]))

/** Every snippet of every page, in order. */
export const snippets: readonly Snippet[] = [...pages].flatMap(([page, text]) =>
  Array.from(text.matchAll(/^```(\w*) ?(.*)\n([\s\S]*?)^```$/gm), ([, language = '', is = '', code = '']) => ({
    ...{ page, language, is, code },
  })),
)

/** The code of the one snippet of a page that is this. */
export function snippetOf(page: string, is: string): string {
  const [found, ...others] = snippets.filter((snippet) => snippet.page === page && snippet.is === is)
  if (found === undefined || others.length > 0) throw new Error(`${page} has not one snippet "${is}".`)
  return found.code
}

/** The rows of the table with this head, as texts without backquotes. */
export function tableOf(page: string, head: string): string[][] {
  const text = pages.get(page) ?? ''
  const start = text.indexOf(`\n${head}`)
  if (start < 0) throw new Error(`${page} has no table "${head}".`)
  const lines = text.slice(start + 1).split('\n')
  const end = lines.findIndex((line) => !line.startsWith('|'))
  return lines.slice(2, end).map((line) =>
    line
      .split(/(?<!\\)\|/)
      .slice(1, -1)
      .map((cell) => cell.trim().replaceAll(/`|\\(?=\|)/g, '')),
  )
}
