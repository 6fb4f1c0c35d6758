import { runSimulator } from './command.ts'
import { createSimulator } from './simulator.ts'

await runSimulator(process.argv.slice(2), { createSimulator })
