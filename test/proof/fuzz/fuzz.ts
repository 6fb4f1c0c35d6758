import { availableParallelism } from 'node:os'
import { atLeast, atMost, exactly, type Figure, figure } from '../../support/figure.ts'
import { createApart } from './apart.ts'
import { mostGrowth } from './growth.ts'
import { parsers } from './parsers.ts'
import type { Tried } from './try-parser.ts'

interface Settings {
  readonly inputs: number
  readonly seed: number
}

/** Each parser, tried with inputs that are nearly right, with such that are not, and with long ones. */
export async function fuzz({ inputs, seed }: Settings): Promise<readonly Figure[]> {
  const waiting = parsers.map(({ name }) => name)
  const tried = new Map<string, Tried | null>()

  async function work() {
    const apart = createApart()
    for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
      tried.set(name, await apart.tryParser({ name, inputs, seed }))
      console.log(`  fuzz: ${name}, ${waiting.length} more`)
    }
    apart.stop()
  }

  await Promise.all(Array.from({ length: availableParallelism() }, () => work()))
  const rows = parsers.map(({ name }) => [name, tried.get(name) ?? null] as const)
  console.table(Object.fromEntries(rows.map(([name, each]) => [name, toRow(each)])))
  for (const [name, each] of rows) if (each?.thrown) console.log(`\n${name} threw: ${each.thrown}`)
  return toFigures(
    rows.map(([, each]) => each),
    inputs,
  )
}

function toRow(tried: Tried | null) {
  if (tried === null) return { inputs: 'did not come back' }
  const { accepted, refused, thrown, growth } = tried
  return {
    inputs: accepted + refused,
    accepted,
    refused,
    thrown: thrown === null ? 0 : 'see below',
    'time, input doubled': growth === null ? 'not measured' : `× ${growth.ratio.toFixed(1)}`,
    ...(growth !== null && growth.ratio > mostGrowth && { worst: growth.input }),
  }
}

function toFigures(tried: readonly (Tried | null)[], inputs: number): readonly Figure[] {
  const all = tried.filter((each) => each !== null)
  const counts = all.map(({ accepted, refused }) => accepted + refused)
  return [
    figure('parsers tried', all.length, exactly(parsers.length)),
    figure('fewest inputs of one', Math.min(...counts), atLeast(inputs)),
    figure(
      'inputs in all',
      counts.reduce((sum, count) => sum + count, 0),
      null,
    ),
    figure('parsers that threw', all.filter(({ thrown }) => thrown !== null).length, exactly(0)),
    figure('parsers that took none of their inputs', all.filter(({ accepted }) => accepted === 0).length, exactly(0)),
    figure(
      'most that time grows when an input doubles',
      Math.max(...all.map(({ growth }) => growth?.ratio ?? 0)),
      atMost(mostGrowth),
      '×',
    ),
  ]
}
