import { type Answer, failure, success } from './answer.ts'
import type { Tokens } from './tokens.ts'

/** The body of an answer with these items; `nextToken` is null on the last page, as the reference says. */
export type BodyOf<T> = (page: readonly T[], nextToken: string | null) => object

interface PageRequest {
  readonly operation: string
  readonly input: { readonly maxResults?: number; readonly nextToken?: string }
  readonly tokens: Tokens
}

/** The answer for the page of the items that the input asks for. */
export function answerPage<T>(
  items: readonly T[],
  defaultSize: number,
  bodyOf: BodyOf<T>,
  { operation, input, tokens }: PageRequest,
): Answer {
  const { nextToken, maxResults, ...parameters } = input
  // A token is bound to the operation and its parameters, not to the page size: undocumented, so a choice.
  const bindingOf = () => `${operation} ${JSON.stringify(parameters)}`
  // The model allows an empty token and says nothing of it; it is taken as none, which is a choice too.
  const start = nextToken ? tokens.open(nextToken, bindingOf()) : 0
  if (start === null) return failure('ValidationException', 'nextToken was not given for this request')
  const end = start + (maxResults ?? defaultSize)
  return success(bodyOf(items.slice(start, end), end < items.length ? tokens.seal(end, bindingOf()) : null))
}
