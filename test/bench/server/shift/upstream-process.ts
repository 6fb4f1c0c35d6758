import { readFileSync } from 'node:fs'
import { connectOperations } from '../../../../src/emulator/connect/table.ts'
import { createEmulator } from '../../../../src/emulator/emulator.ts'
import { operations } from '../../../../src/emulator/operations/table.ts'
import { createRouter } from '../../../../src/emulator/router.ts'
import { seedOf } from '../../../support/emulator.ts'
import { recordCalls } from './record-calls.ts'

// The emulator with the quotas of a new account, alone in its process, behind what records every call.

const [seedFile = ''] = process.argv.slice(2)

// Those of Amazon Connect itself, which the emulator leaves without limits: "Amazon Connect API throttling quotas" of
// the Administrator Guide, whose line of all others holds for the last two.
const quotas = {
  DescribeContact: { rate: 10, burst: 15 },
  GetCurrentUserData: { rate: 2, burst: 5 },
  SearchUsers: { rate: 2, burst: 5 },
}

const emulator = await createEmulator({ seed: seedOf(JSON.parse(readFileSync(seedFile, 'utf8'))), quotas })
const find = createRouter([...operations, ...connectOperations])
const recorder = await recordCalls({
  target: emulator.url,
  operationOf: (method, path) => find(method, path)?.operation.name ?? null,
  now: Date.now,
})
process.on('message', () => process.send?.(recorder.calls))
process.send?.({ url: recorder.url, controlUrl: emulator.url })
process.once('disconnect', () => process.exit()) // lives as long as the parent
