import { type Answer, failure, notFound, success } from './answer.ts'
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
  /** The answer for one page of these items; `nextToken` is null on the last page, as the reference says. */
  paged<T>(
    items: readonly T[],
    defaultSize: number,
    bodyOf: (page: readonly T[], nextToken: string | null) => object,
  ): Answer
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
        paged: (items, defaultSize, bodyOf) => page(items, defaultSize, bodyOf, { name, input, tokens }),
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

interface PageRequest {
  readonly name: string
  readonly input: { readonly maxResults?: number; readonly nextToken?: string }
  readonly tokens: Tokens
}

function page<T>(
  items: readonly T[],
  defaultSize: number,
  bodyOf: (page: readonly T[], nextToken: string | null) => object,
  { name, input, tokens }: PageRequest,
): Answer {
  const { nextToken, maxResults, ...parameters } = input
  // A token is bound to the operation and its parameters, not to the page size: undocumented, so a choice.
  const bindingOf = () => `${name} ${JSON.stringify(parameters)}`
  // The model allows an empty token and says nothing of it; it is taken as none, which is a choice too.
  const start = nextToken ? tokens.open(nextToken, bindingOf()) : 0
  if (start === null) return failure('ValidationException', 'nextToken was not given for this request')
  const end = start + (maxResults ?? defaultSize)
  return success(bodyOf(items.slice(start, end), end < items.length ? tokens.seal(end, bindingOf()) : null))
}
