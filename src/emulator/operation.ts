import { type Answer, notFound } from './answer.ts'
import { answerPage, type BodyOf } from './paging.ts'
import { type RawInput, readInput } from './read-input.ts'
import type { Shape } from './shape.ts'
import type { Domain, Store } from './store.ts'
import type { Tokens } from './tokens.ts'

/** What operations work on. */
export interface World {
  readonly store: Store
  readonly tokens: Tokens
}

/** One row of the table of operations. */
export interface Operation {
  readonly name: string
  readonly method: 'POST'
  /** As the service model has it: a segment in braces is a member of the input. */
  readonly path: string
  handle(raw: RawInput, world: World): Answer
}

interface Request<I> {
  readonly input: I
  readonly store: Store
  /** The answer for the page of these items that the input asks for. */
  paged<T>(items: readonly T[], defaultSize: number, bodyOf: BodyOf<T>): Answer
}

interface Specification<I> {
  readonly name: string
  readonly path: string
  /** Where members that are not in the path travel; a POST may have them in its query string. */
  readonly parametersIn: 'body' | 'query'
  readonly input: Shape<I>
  answer(request: Request<I>): Answer
}

/** An operation whose `answer` sees only input that meets every limit of the service model. */
export function operation<I extends object>(specification: Specification<I>): Operation {
  const { name, path, parametersIn, input: shape, answer } = specification
  return {
    name,
    method: 'POST',
    path,
    handle(raw, { store, tokens }) {
      const read = readInput(shape, parametersIn, raw)
      if (!read.ok) return read.answer
      const input = read.value
      return answer({
        input,
        store,
        paged: (items, defaultSize, bodyOf) =>
          answerPage(items, defaultSize, bodyOf, { operation: name, input, tokens }),
      })
    },
  }
}

/** For operations within a domain: the rest of the answer is asked for only where the domain exists. */
export function inDomain<I extends { readonly domainId: string }>(
  answer: (domain: Domain, request: Request<I>) => Answer,
): (request: Request<I>) => Answer {
  return (request) => {
    const { domainId } = request.input
    const domain = request.store.domains.get(domainId)
    return domain === undefined ? notFound('Domain', domainId) : answer(domain, request)
  }
}
