/** Milliseconds of many runs, in short. */
export interface Summary {
  readonly median: number
  readonly min: number
  readonly max: number
  readonly runs: number
}

export function summarise(values: readonly number[]): Summary {
  const sorted = [...values].sort((a, b) => a - b)
  const at = (share: number) => round(sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN)
  return { median: at(0.5), min: at(0), max: at(1), runs: sorted.length }
}

export function round(value: number): number {
  return Math.round(value * 100) / 100
}
