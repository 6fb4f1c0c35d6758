import type fc from 'fast-check'
import { grownTexts, grownValues } from './grown.ts'
import { textInputs, valueInputs } from './inputs.ts'

/** What a parser made of an input. */
export type Verdict = 'accepted' | 'refused'

/** Something at an edge of ours that takes what others send. */
export interface Parser {
  readonly name: string
  /** Anything at all, and what is nearly right. */
  readonly inputs: fc.Arbitrary<unknown>
  /** Inputs of about that many characters or members, in every way that an input can be long. */
  readonly grown: readonly ((length: number) => unknown)[]
  /** It never throws: what it does not take, it refuses. */
  read(input: unknown): Verdict | Promise<Verdict>
}

/** A parser of texts; each example is one that it takes. */
export function ofText(
  name: string,
  examples: readonly string[],
  read: (text: string) => Verdict | Promise<Verdict>,
): Parser {
  return { name, inputs: textInputs(examples), grown: grownTexts(examples), read: (input) => read(String(input)) }
}

/** A parser of what JSON or `postMessage` can say. */
export function ofValue(
  name: string,
  examples: readonly unknown[],
  read: (value: unknown) => Verdict | Promise<Verdict>,
): Parser {
  return { name, inputs: valueInputs(examples), grown: grownValues(examples), read }
}

/** For parsers that give null where they refuse. */
export function unlessNull(value: unknown): Verdict {
  return value === null ? 'refused' : 'accepted'
}

/** For parsers that give a result. */
export function ifOk({ ok }: { readonly ok: boolean }): Verdict {
  return ok ? 'accepted' : 'refused'
}

/** For schemas. */
export function ifParsed({ success }: { readonly success: boolean }): Verdict {
  return success ? 'accepted' : 'refused'
}
