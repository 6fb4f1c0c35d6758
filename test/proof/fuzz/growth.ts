import type { Parser } from './parser.ts'

/** How the time of a parser grows when its input becomes twice as long. */
export interface Growth {
  /** The worst of all ways to be long: 2 where time is linear, 4 where it is quadratic. */
  readonly ratio: number
  /** The beginning of the input with that ratio. */
  readonly input: string
}

/** Between linear and quadratic, with room for a busy machine. */
export const mostGrowth = 3

// A clock tells times above this reliably.
const tellableMs = 0.4
const shortest = 64
const longest = 2 ** 16
const tries = 9

/** The worst growth over all ways in which an input can be long; 1 where even the longest takes no time to speak of. */
export async function growthOf({ grown, read }: Parser): Promise<Growth> {
  let worst: Growth = { ratio: 1, input: '' }
  for (const grow of grown) {
    const time: Time = (length, runs) => leastTime(read, grow(length), runs)
    const from = await firstTellable(time)
    if (from === null) continue
    const ratio = await ratioAt(time, from)
    if (ratio > worst.ratio) worst = { ratio, input: inShort(grow(shortest)) }
  }
  return worst
}

/** Milliseconds for an input of that length. */
type Time = (length: number, runs: number) => Promise<number>

/** Noise only adds: the least of several runs is nearest to the truth. */
async function leastTime(read: Parser['read'], input: unknown, runs: number): Promise<number> {
  let least = Number.POSITIVE_INFINITY
  for (let run = 0; run < runs; run += 1) {
    const startedAt = performance.now()
    await read(input)
    least = Math.min(least, performance.now() - startedAt)
  }
  return least
}

/** Doubles the length until the time can be told: what takes exponential time is caught while it is short. */
async function firstTellable(time: Time): Promise<number | null> {
  for (let length = shortest; length <= longest; length *= 2) {
    if ((await time(length, 2)) > tellableMs && (await time(length, 5)) > tellableMs) return length
  }
  return null
}

/**
 * A time that grows too much does so at every length; what a busy machine or a collection of garbage adds, comes at one.
 */
async function ratioAt(time: Time, from: number): Promise<number> {
  let least = Number.POSITIVE_INFINITY
  for (let attempt = 0; attempt < tries && least > mostGrowth * 0.8; attempt += 1) {
    const length = from * 2 ** (attempt % 3)
    const [once, fourTimes] = [await time(length, 5), await time(length * 4, 5)]
    least = Math.min(least, Math.sqrt(fourTimes / once))
  }
  return least
}

/** The beginning of an input, as people can read it. */
export function inShort(input: unknown): string {
  const text = JSON.stringify(input) ?? String(input)
  return text.length > 300 ? `${text.slice(0, 300)}…` : text
}
