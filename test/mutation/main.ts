import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { folders } from './folders.ts'
import { type Mutant, mutantsOf } from './mutants.ts'
import { compareWithList, type Reasons, type Tally, tallyOf } from './tally.ts'

// `npm run mutation [-- --only FOLDER] [--anew] [--json FILE]`: would the tests notice if the code were wrong? Ends with
// exit code 1 where too few changes are noticed, or where one that is not noticed has no reason in survivors.json.

const leastScore = 85

const { only, anew, json } = parseArgs({
  options: { only: { type: 'string' }, anew: { type: 'boolean', default: false }, json: { type: 'string' } },
}).values

const chosen = Object.entries(folders).filter(([name]) => only === undefined || name === only)
if (chosen.length === 0) {
  console.error(`--only must be one of: ${Object.keys(folders).join(', ')}`)
  process.exit(64) // EX_USAGE
}

const reasons: Readonly<Record<string, Reasons>> = JSON.parse(
  readFileSync(new URL('survivors.json', import.meta.url), 'utf8'),
)
const table: Record<string, Tally> = {}
let isWrong = false
for (const [name, folder] of chosen) {
  const mutants = await mutantsOf(name, folder, anew)
  table[name] = tallyOf(mutants)
  isWrong = !isAsListed(mutants, reasons[name] ?? {}) || isWrong
}
console.table(table)
if (json !== undefined) writeFileSync(json, `${JSON.stringify(table, null, 2)}\n`)
for (const [name, { score }] of Object.entries(table)) {
  if (score >= leastScore) continue
  isWrong = true
  console.error(`${name}: the tests notice ${score} % of the changes, at least ${leastScore} % is the goal.`)
}
process.exit(isWrong ? 1 : 0)

function isAsListed(mutants: readonly Mutant[], listed: Reasons): boolean {
  const { unlisted, gone } = compareWithList(mutants, listed)
  for (const { change, line, outcome } of unlisted) console.error(`${outcome}, line ${line}: ${JSON.stringify(change)}`)
  for (const change of gone) console.error(`in survivors.json, but killed or gone: ${JSON.stringify(change)}`)
  return unlisted.length + gone.length === 0
}
