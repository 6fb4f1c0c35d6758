import { failure } from './answer.ts'
import { connectOperations } from './connect/table.ts'
import { type Outcome, unchanged, type World } from './operation.ts'
import { operations } from './operations/table.ts'
import { createRouter } from './router.ts'

export interface HttpRequest {
  readonly method: string
  /** The raw path and query, still encoded. */
  readonly target: string
  readonly contentType: string | null
  readonly body: string
}

/** What came of a request, and its operation: null where the path and method are of none. */
export interface Response {
  readonly operation: string | null
  readonly outcome: Outcome
}

const route = createRouter([...operations, ...connectOperations])

/** What the service says to a request. Its changes are in the store, but not yet committed. */
export function respond({ method, target, contentType, body }: HttpRequest, world: World): Response {
  const mark = target.indexOf('?')
  const path = mark < 0 ? target : target.slice(0, mark)
  const match = route(method, path)
  if (match === null) {
    const unknown = failure('UnknownOperationException', `There is no operation ${method} ${path}`)
    return { operation: null, outcome: unchanged(unknown) }
  }
  const { operation, labels } = match
  const query = mark < 0 ? '' : target.slice(mark + 1)
  const outcome = operation.handle({ labels, query, body, contentType }, world)
  for (const change of outcome.changes) world.store.apply(change)
  return { operation: operation.name, outcome }
}
