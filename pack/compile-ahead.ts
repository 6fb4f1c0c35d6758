import type { Plugin } from 'vite'

// https://github.com/WICG/explicit-javascript-compile-hints-file-based: only at the very beginning of a file.
const hint = '//# allFunctionsCalledOnLoad\n'

/**
 * Asks Chromium to compile all of the page's first chunk while it arrives, beside the page's own thread, rather than each
 * function when it is first called: that would be when the first contact rings.
 */
export function compileAhead(): Plugin {
  return {
    name: 'compile-ahead',
    apply: (_, { isSsrBuild }) => isSsrBuild !== true,
    generateBundle: {
      // After Vite itself, which puts a line of its own before the code.
      order: 'post',
      handler(_, bundle) {
        for (const file of Object.values(bundle)) {
          if (file.type === 'chunk' && file.isEntry && file.name === 'index') file.code = hint + file.code
        }
      },
    },
  }
}
