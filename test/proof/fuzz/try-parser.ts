import fc from 'fast-check'
import { type Growth, growthOf, inShort } from './growth.ts'
import type { Parser } from './parser.ts'

/** What a parser made of its inputs. */
export interface Tried {
  readonly accepted: number
  readonly refused: number
  /** What it threw, and at the shortest input that was found; null: it never threw. */
  readonly thrown: string | null
  /** null: not measured, for it threw. */
  readonly growth: Growth | null
}

/** Gives a parser that many inputs, and then long ones. */
export async function tryParser(parser: Parser, inputs: number, seed: number): Promise<Tried> {
  const verdicts = { accepted: 0, refused: 0 }
  const read = fc.asyncProperty(parser.inputs, async (input) => {
    verdicts[await parser.read(input)] += 1
  })
  const { failed, errorInstance, counterexample } = await fc.check(read, { numRuns: inputs, seed })
  if (failed)
    return { ...verdicts, thrown: `${causeOf(errorInstance)} at ${inShort(counterexample?.[0])}`, growth: null }
  try {
    return { ...verdicts, thrown: null, growth: await growthOf(parser) }
  } catch (error) {
    return { ...verdicts, thrown: `${causeOf(error)} at a long input`, growth: null }
  }
}

function causeOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message).split('\n').slice(0, 4).join('\n') : String(error)
}
