import { defineConfig } from 'vitest/config'
import { folders } from './folders.ts'

// StrykerJS hands a folder's name on by the environment only: its workers read this file by themselves.
const { tests = [] } = folders[process.env['MUTATED_FOLDER'] ?? ''] ?? {}

// The test files of a run share what they import: a mutant is the same for all of them, and each run has a new worker.
export default defineConfig({ test: { include: [...tests], isolate: false } })
