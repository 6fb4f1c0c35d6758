import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { workShifts } from '../support/desk-shifts.ts'

// `npm run proof:desk [-- --shifts N --seed N --json FILE]`: random shifts of the softphone page on the real Streams.

const { values } = parseArgs({
  options: {
    shifts: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    desks: { type: 'string', default: '8' },
    json: { type: 'string' },
  },
})
const shifts = wholeNumber(values.shifts)
const seed = wholeNumber(values.seed)
const desks = wholeNumber(values.desks)

function wholeNumber(text: string): number {
  if (/^\d+$/.test(text)) return Number(text)
  console.error(`proof:desk: a whole number is needed, not "${text}"`)
  process.exit(78)
}

const began = Date.now()
const counts = await workShifts({
  shifts,
  seed,
  desks,
  onShift: (done) => done % 100 === 0 && console.error(`${done} of ${shifts} shifts`),
})
const seconds = Math.round((Date.now() - began) / 1000)

console.log(
  `\n${shifts} random shifts from seed ${seed} in ${seconds} s, no page error; calls of each Streams callback:\n`,
)
for (const [name, count] of Object.entries(counts).sort()) console.log(`${String(count).padStart(9)}  ${name}`)
if (values.json !== undefined) {
  writeFileSync(values.json, `${JSON.stringify({ shifts, seed, seconds, counts }, null, 2)}\n`)
}

const never = Object.keys(counts).filter((name) => counts[name] === 0)
if (never.length > 0) {
  console.error(`\nNever called: ${never.join(', ')}`)
  process.exitCode = 1
}
