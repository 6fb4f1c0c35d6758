import { defineConfig } from 'vitest/config'
import { tellOfFailedModules } from './failed-modules.ts'
import { folders } from './folders.ts'

// StrykerJS hands a folder's name on by the environment only: its workers read this file by themselves.
const { tests = [] } = folders[process.env['MUTATED_FOLDER'] ?? ''] ?? {}

export default defineConfig({
  test: {
    include: [...tests],
    reporters: [tellOfFailedModules()],
    // The test files of a run share what they import: a mutant is the same for all of them, and each run has a new worker.
    isolate: false,
  },
})
