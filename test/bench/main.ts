import { parseArgs } from 'node:util'
import { choose, isEveryGoalMet, measure, type Parts, printReport, writeReport } from '../support/report.ts'
import { knownFigures } from './known.ts'
import { loadMoreFigures } from './load-more.ts'
import { longTaskFigures } from './long-tasks.ts'
import { startFigures } from './page-start.ts'
import { panelMemoryFigures } from './panel-memory.ts'
import { ringFigures } from './ring.ts'
import { shiftFigures } from './shift.ts'
import { sizeFigures } from './sizes.ts'

// `npm run bench [-- --only PART] [--json FILE] [--runs N] [--contacts N]`: what the panel costs an agent, beside pages
// that do less. One table; exit code 1 where a goal is not met.

const { values: options } = parseArgs({
  options: {
    only: { type: 'string' },
    json: { type: 'string' },
    /** How often each side is measured. */
    runs: { type: 'string', default: '20' },
    /** How many contacts memory is measured after. */
    contacts: { type: 'string', default: '10000' },
  },
})

const [runs, contacts] = [Number(options.runs), Number(options.contacts)]
if (!(Number.isInteger(runs) && runs > 0)) refuse('--runs must be a whole number from 1 on, such as 20')
if (!(Number.isInteger(contacts) && contacts > 100))
  refuse('--contacts must be a whole number above 100, such as 10000')
const parts: Parts = {
  ring: () => ringFigures(runs),
  known: () => knownFigures(runs),
  start: () => startFigures(runs),
  more: () => loadMoreFigures(runs),
  tasks: () => longTaskFigures(runs),
  sizes: sizeFigures,
  memory: () => panelMemoryFigures(contacts),
  shift: shiftFigures,
}

const chosen = choose(parts, options.only) ?? refuse(`--only must be one of: ${Object.keys(parts).join(', ')}`)
const report = await measure(chosen, (name) => console.error(`measured: ${name}`))
printReport(report)
writeReport(report, options.json)
process.exit(isEveryGoalMet(report) ? 0 : 1)

function refuse(sentence: string): never {
  console.error(sentence)
  process.exit(64) // EX_USAGE
}
