// biome-ignore-all lint/performance/noBarrelFile: an entry of the package, connect-contact-cases/emulator
export type { Call } from './call-log.ts'
export { createEmulator, type Emulator, type EmulatorOptions } from './emulator.ts'
export { type Journal, type JournalOpening, openJournal } from './journal/journal.ts'
export { defaultSeed, loadSeed, type SeedLoading } from './load-seed.ts'
export { parseSeed, type SeedReading } from './seed.ts'
export type { Seed } from './seed-schema.ts'
