import { type Answer, notFound, success } from './answer.ts'
import type { Change } from './change.ts'
import type { Domain } from './domain.ts'
import { answerPage, type BodyOf } from './paging.ts'
import { type RawInput, readInput } from './read-input.ts'
import type { Shape } from './shape.ts'
import type { Store } from './store.ts'
import type { Tokens } from './tokens.ts'

/** What operations work on. */
export interface World {
  readonly store: Store
  readonly tokens: Tokens
  /** Milliseconds since 1970. */
  now(): number
  newId(): string
  /** How long a new link of a contact to a case is not seen by ListCasesForContact. */
  readonly linkDelayMs: number
}

/** What an operation comes to: nothing has changed yet. */
export interface Outcome {
  readonly answer: Answer
  /** None for a read, and for a write that is refused. */
  readonly changes: readonly Change[]
}

/** The outcome of a write that succeeds. */
export function changed(body: object, ...changes: readonly Change[]): Outcome {
  return { answer: success(body), changes }
}

/** One row of the table of operations. */
export interface Operation {
  readonly name: string
  readonly method: Method
  /** As the service model has it: a segment in braces is a member of the input. */
  readonly path: string
  handle(raw: RawInput, world: World): Outcome
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

export interface Request<I> extends Omit<World, 'now'> {
  readonly input: I
  /** When it is answered, one moment for all that comes of it; and the same as ISO 8601 with Z. */
  readonly now: number
  readonly at: string
  /** The answer for the page of these items that the input asks for. */
  paged<T>(items: readonly T[], defaultSize: number, bodyOf: BodyOf<T>): Answer
}

interface Specification<I> {
  readonly name: string
  /** POST, as most are, unless it says otherwise. */
  readonly method?: Method
  readonly path: string
  /** Where members that are not in the path travel; a POST may have them in its query string. */
  readonly parametersIn: 'body' | 'query'
  readonly input: Shape<I>
  /** A write that succeeds answers with an outcome. */
  answer(request: Request<I>): Answer | Outcome
}

/** An operation whose `answer` sees only input that meets every limit of the service model. */
export function operation<I extends object>(specification: Specification<I>): Operation {
  const { name, method = 'POST', path, parametersIn, input: shape, answer } = specification
  return {
    name,
    method,
    path,
    handle(raw, world) {
      const read = readInput(shape, parametersIn, raw)
      if (!read.ok) return unchanged(read.answer)
      const input = read.value
      const { store, tokens, newId, linkDelayMs } = world
      const now = world.now()
      const given = answer({
        input,
        store,
        tokens,
        newId,
        linkDelayMs,
        now,
        get at() {
          return new Date(now).toISOString() // reads do not ask, and need not pay for it
        },
        paged: (items, defaultSize, bodyOf) =>
          answerPage(items, defaultSize, bodyOf, { operation: name, input, tokens }),
      })
      return 'changes' in given ? given : unchanged(given)
    },
  }
}

/** The outcome of an answer that changes nothing. */
export function unchanged(answer: Answer): Outcome {
  return { answer, changes: [] }
}

/** For operations within a domain: the rest of the answer is asked for only where the domain exists. */
export function inDomain<I extends { readonly domainId: string }>(
  answer: (domain: Domain, request: Request<I>) => Answer | Outcome,
): (request: Request<I>) => Answer | Outcome {
  return (request) => {
    const { domainId } = request.input
    const domain = request.store.domains.get(domainId)
    return domain === undefined ? notFound('Domain', domainId) : answer(domain, request)
  }
}
