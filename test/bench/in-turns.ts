import { type Figure, figure } from '../support/figure.ts'
import { round } from './statistics.ts'

/** What to measure once, on one of the sides. */
export type Run = () => Promise<number>

/** Measures every side once, then every side again: what slows the machine for a while slows all of them. */
export async function inTurns<Name extends string>(
  runs: number,
  sides: Readonly<Record<Name, Run>>,
): Promise<Readonly<Record<Name, readonly number[]>>> {
  const names = Object.keys(sides) as Name[]
  const values = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>
  for (let run = 0; run < runs; run++) {
    for (const name of names) values[name].push(await sides[name]())
  }
  return values
}

export function medianOf(values: readonly number[]): number {
  return quantileOf(values, 0.5)
}

/** The median, and between what the middle half of all runs was. */
export function spreadFigure(
  name: string,
  values: readonly number[],
  goal: Figure['goal'] = null,
  unit = 'ms',
): Figure {
  const [low, high] = [quantileOf(values, 0.25), quantileOf(values, 0.75)].map(round)
  return figure(name, medianOf(values), goal, `${unit} (${low}–${high} in the middle half of ${values.length})`)
}

function quantileOf(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other)
  return round(sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN)
}
