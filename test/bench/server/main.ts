import { writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { cpuFigures } from './cpu/cpu-figures.ts'
import { type Figure, isMet, toLine } from './figure.ts'
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
const parts: Readonly<Record<string, () => Promise<readonly Figure[]>>> = {
  ...shiftScenarios({ ...shift, minutes: Number(options.minutes) }),
  cpu: cpuFigures,
  memory: () => memoryFigures(Number(options.requests)),
  refusals: refusalFigures,
}

const chosen = Object.entries(parts).filter(([name]) => options.only === undefined || name.startsWith(options.only))
if (chosen.length === 0) throw new Error(`--only must be one of: ${Object.keys(parts).join(', ')}`)
const machine = `${cpus().length} × ${cpus()[0]?.model}, Node ${process.version}`
console.log(machine)
const measured: Record<string, readonly Figure[]> = {}
for (const [name, measure] of chosen) {
  console.log(`\n${name}`)
  const figures = await measure()
  measured[name] = figures
  for (const figure of figures) console.log(toLine(figure))
}
if (options.json !== undefined) writeFileSync(options.json, `${JSON.stringify({ machine, measured }, null, 2)}\n`)
// Agents' pages leave timers of half an hour behind.
process.exit(Object.values(measured).flat().every(isMet) ? 0 : 1)
