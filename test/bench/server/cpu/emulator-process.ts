import { createEmulator } from '../../../../src/emulator/emulator.ts'
import { seedOf } from '../../../support/emulator.ts'
import { seedJson } from './cpu-world.ts'

// The emulator without quotas, alone in its process.

process.send?.({ url: (await createEmulator({ seed: seedOf(seedJson), quotas: 'off' })).url })
process.once('disconnect', () => process.exit()) // lives as long as the parent
