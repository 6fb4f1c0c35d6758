import { parseArgs } from 'node:util'
import { choose, isEveryGoalMet, measure, type Parts, printReport, writeReport } from '../support/report.ts'
import { chaos } from './chaos/chaos.ts'
import { fuzz } from './fuzz/fuzz.ts'
import { interleavings } from './interleavings/interleavings.ts'
import { soak } from './soak/soak.ts'
import { supply } from './supply/supply.ts'
import { wholeNumbers } from './whole-numbers.ts'

// `npm run proof [-- --only PART] [--json FILE] [--seed N] [--steps N] [--inputs N] [--minutes N] [--contacts N]`:
// what tests that end in minutes cannot show, tried by the million. One table at the end; exit code 1 where a goal is not met.

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
    /** Of chaos; everything goes wrong at least once, however few they are. */
    minutes: { type: 'string', default: '5' },
    /** Of the soak. */
    contacts: { type: 'string', default: '10000' },
  },
})

const { json, only, ...texts } = options
const numbers = wholeNumbers(texts)
if (!numbers.ok) refuse(numbers.problem)
const { seed, steps, inputs, minutes, contacts } = numbers.value
// Another proof is a line here: a name, and what gives its figures.
const parts: Parts = {
  interleavings: () => interleavings({ steps, seed }),
  fuzz: () => fuzz({ inputs, seed }),
  supply,
  chaos: () => chaos({ minutes, seed }),
  soak: () => soak({ contacts }),
}

const chosen = choose(parts, only) ?? refuse(`--only must be one of: ${Object.keys(parts).join(', ')}`)
const report = await measure(chosen)
printReport(report)
writeReport(report, json)
process.exit(isEveryGoalMet(report) ? 0 : 1)

function refuse(sentence: string): never {
  console.error(sentence)
  process.exit(64) // EX_USAGE
}
