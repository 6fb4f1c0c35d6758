import { toLine } from './figure.ts'
import { runShift } from './shift/run-shift.ts'
import { shiftFigures } from './shift/shift-figures.ts'

const minutes = Number(process.argv[2] ?? 0.3)
const record = await runShift({ agents: 700, handlingSeconds: 480, minutes, seed: 7, instances: 1, env: {} })
for (const figure of shiftFigures(record)) console.log(toLine(figure))
process.exit(0)
