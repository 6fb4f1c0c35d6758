import { readFileSync } from 'node:fs'
import { basename, posix } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Plugin } from 'vite'

/**
 * Files that code for Node names by `new URL('./file', import.meta.url)` travel with its bundle; Vite sees to that only
 * for pages.
 */
export function filesBesideCode(): Plugin {
  return {
    name: 'files-beside-code',
    apply: (_, { isSsrBuild }) => isSsrBuild === true,
    enforce: 'pre',
    config: () => ({ build: { ssrEmitAssets: true } }),
    transform(code, id) {
      if (id.includes('node_modules')) return null
      const bound = code.replaceAll(/new URL\('(\.\/[\w./-]+)', import\.meta\.url\)/g, (_, path: string) => {
        const source = readFileSync(new URL(path, pathToFileURL(id)))
        const reference = this.emitFile({ type: 'asset', name: basename(path), source })
        return `new URL(import.meta.ROLLUP_FILE_URL_${reference})`
      })
      // No line moves, and so source maps stay as they are.
      return bound === code ? null : { code: bound, map: null }
    },
    resolveFileUrl({ fileName, chunkId }) {
      return `new URL('${posix.relative(posix.dirname(chunkId), fileName)}', import.meta.url).href`
    },
  }
}
