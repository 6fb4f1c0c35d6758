import fc from 'fast-check'
import { type Growth, growthOf } from './growth.ts'
import type { Parser } from './parser.ts'

/** What a parser made of its inputs. */
export interface Tried {
  readonly accepted: number
  readonly refused: number
  /** What it threw, and at the shortest input that was found; null: it never threw. */
  readonly thrown: string | null
  readonly growth: Growth
}

/** Gives a parser that many inputs, and then long ones. */
export async function tryParser(parser: Parser, inputs: number, seed: number): Promise<Tried> {
  const verdicts = { accepted: 0, refused: 0 }
  const read = fc.asyncProperty(parser.inputs, async (input) => {
    verdicts[await parser.read(input)] += 1
  })
  const result = await fc.check(read, { numRuns: inputs, seed })
  const thrown = result.failed ? `${causeOf(result.errorInstance)} at ${fc.stringify(result.counterexample?.[0])}` : null
  return { ...verdicts, thrown, growth: await growthOf(parser) }
}

function causeOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message).split('\n').slice(0, 4).join('\n') : String(error)
}
