import { buildCut, cutNames } from './cuts.ts'

// For size-limit.
for (const name of await cutNames()) await buildCut(name)
