import { type Answer, failure } from './answer.ts'
import type { World } from './operation.ts'
import { operations } from './operations/table.ts'
import { createRouter } from './router.ts'

export interface HttpRequest {
  readonly method: string
  /** The raw path and query, still encoded. */
  readonly target: string
  readonly contentType: string | null
  readonly body: string
}

/** An answer, and the operation that gave it: null where the path and method are of none. */
export interface Response {
  readonly operation: string | null
  readonly answer: Answer
}

const route = createRouter(operations)

/** What the service says to a request. */
export function respond({ method, target, contentType, body }: HttpRequest, world: World): Response {
  const mark = target.indexOf('?')
  const path = mark < 0 ? target : target.slice(0, mark)
  const match = route(method, path)
  if (match === null) {
    return { operation: null, answer: failure('UnknownOperationException', `There is no operation ${method} ${path}`) }
  }
  const { operation, labels } = match
  const query = mark < 0 ? '' : target.slice(mark + 1)
  return { operation: operation.name, answer: operation.handle({ labels, query, body, contentType }, world) }
}
