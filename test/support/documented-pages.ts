import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { build, preview } from 'vite'

/** Pages that are made of snippets, built as in an app that has installed the package. */
export interface DocumentedPages {
  readonly origin: string
  /** Builds these files, by their names; every HTML file is a page. */
  build(files: Readonly<Record<string, string>>): Promise<void>
  close(): Promise<void>
}

const directory = resolve('node_modules/.cache/documentation/pages')

export async function serveDocumentedPages(): Promise<DocumentedPages> {
  const root = { root: directory, configFile: false, envFile: false, logLevel: 'error' } as const
  await rm(directory, { recursive: true, force: true })
  await mkdir(join(directory, 'dist'), { recursive: true })
  const site = await preview({ ...root, preview: { host: '127.0.0.1', port: 0 } })
  return {
    origin: new URL(site.resolvedUrls?.local[0] ?? '').origin,
    async build(files) {
      for (const [name, text] of Object.entries(files)) await writeFile(join(directory, name), text)
      const pages = Object.keys(files).filter((name) => name.endsWith('.html'))
      await build({
        ...root,
        // The package's one file of styles is what its modules import here.
        resolve: {
          alias: {
            'connect-contact-cases/style.css': resolve('src/panel/panel.css'),
            'connect-contact-cases': resolve('src/index.ts'),
          },
        },
        build: {
          rolldownOptions: { input: pages.map((page) => join(directory, page)) },
          chunkSizeWarningLimit: 2_000,
        },
      })
    },
    close: () => site.close(),
  }
}
