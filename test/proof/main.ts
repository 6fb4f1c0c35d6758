import { parseArgs } from 'node:util'
import { choose, isEveryGoalMet, measure, type Parts, printReport, writeReport } from '../support/report.ts'
import { fuzz } from './fuzz/fuzz.ts'
import { interleavings } from './interleavings/interleavings.ts'
import { supply } from './supply/supply.ts'
import { wholeNumbers } from './whole-numbers.ts'

// `npm run proof [-- --only PART] [--json FILE] [--seed N] [--steps N] [--inputs N]`: what tests that end in minutes
// cannot show, tried by the million. One table at the end; exit code 1 where a goal is not met.

const { values: options } = parseArgs({
  options: {
    only: { type: 'string' },
    json: { type: 'string' },
    /** The same seed tells the same stories and tries the same inputs. */
    seed: { type: 'string', default: '1' },
    /** Of the interleavings. */
    steps: { type: 'string', default: '1000000' },
    /** Of each parser. */
    inputs: { type: 'string', default: '100000' },
  },
})

const numbers = wholeNumbers({ seed: options.seed, steps: options.steps, inputs: options.inputs })
if (!numbers.ok) refuse(numbers.problem)
const { seed, steps, inputs } = numbers.value
// Another proof is a line here: a name, and what gives its figures.
const parts: Parts = {
  interleavings: () => interleavings({ steps, seed }),
  fuzz: () => fuzz({ inputs, seed }),
  supply,
}

const chosen = choose(parts, options.only) ?? refuse(`--only must be one of: ${Object.keys(parts).join(', ')}`)
const report = await measure(chosen)
printReport(report)
writeReport(report, options.json)
process.exit(isEveryGoalMet(report) ? 0 : 1)

function refuse(sentence: string): never {
  console.error(sentence)
  process.exit(64) // EX_USAGE
}
