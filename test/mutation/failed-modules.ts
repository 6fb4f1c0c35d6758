import type { Reporter, Vitest } from 'vitest/node'

/**
 * Tells Vitest of each test file that does not load. With some changes a module throws when it is loaded; StrykerJS
 * sees a file without tests then, and so none that fails. Of an error it knows that the change makes no program.
 */
export function tellOfFailedModules(): Reporter {
  let vitest: Vitest | null = null
  return {
    onInit(started) {
      vitest = started
    },
    onTestModuleEnd(module) {
      for (const error of module.errors()) vitest?.state.catchError(error, 'a test file that does not load')
    },
  }
}
