import { parseArgs } from 'node:util'
import { choose, isEveryGoalMet, machine, measure, printPart, writeReport } from '../../support/report.ts'
import { cpuFigures } from './cpu/cpu-figures.ts'
import { memoryFigures } from './memory/memory-figures.ts'
import { refusalFigures } from './refusals/refusal-figures.ts'
import { usualSeconds } from './shift/shift-plan.ts'
import { shiftScenarios } from './shift/shift-scenarios.ts'

// `npm run bench:server [-- --only PART] [--json FILE] [--minutes N] [--agents N] [--every SECONDS] [--requests N]`: what the server promises a
// company, measured on the built server over real sockets. Exit code 1 where a goal is not met.

const { values: options } = parseArgs({
  options: {
    only: { type: 'string' },
    json: { type: 'string' },
    /** How long each shift is measured, in real time. */
    minutes: { type: 'string', default: '2' },
    agents: { type: 'string', default: '700' },
    /** How often an agent gets a contact, in seconds. */
    every: { type: 'string', default: String(usualSeconds) },
    /** How many requests the memory is measured after. */
    requests: { type: 'string', default: '1000000' },
  },
})

const shift = { agents: Number(options.agents), contactEverySeconds: Number(options.every), seed: 7 }
const parts = {
  ...shiftScenarios({ ...shift, minutes: Number(options.minutes) }),
  cpu: cpuFigures,
  memory: () => memoryFigures(Number(options.requests)),
  refusals: refusalFigures,
}

const chosen = choose(parts, options.only)
if (chosen === null) throw new Error(`--only must be one of: ${Object.keys(parts).join(', ')}`)
console.log(machine())
const report = await measure(chosen, printPart)
writeReport(report, options.json)
// Agents' pages leave timers of half an hour behind.
process.exit(isEveryGoalMet(report) ? 0 : 1)
